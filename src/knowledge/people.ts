/** The entry whose sections are portraits of persons, each under its name. */
export const peopleId = 'people';
