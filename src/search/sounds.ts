/** Spellings that sound alike in French and in English, each as the one it is compared by. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/e?aux?/g, 'o'],
  [/(?:sc|c)(?=[eiy])|ss|z/g, 's'],
  [/ti(?=on)/g, 'si'],
  [/ck|qu|q|c(?!h)/g, 'k'],
  [/ge(?=[ao])|g(?=[eiy])/g, 'j'],
  [/[ae]i/g, 'e'],
  [/ie/g, 'i'],
  [/[ae][nm](?=[^aeiouy])/g, 'an'],
  [/y/g, 'i'],
  [/(?<![cs])h/g, ''],
  [/(.)\1/g, '$1'],
  [/(?:es?|[stdx])$/, ''],
];

/**
 * How a word sounds, roughly: « fromaj » as « fromage », "kompanies" as "companies".
 *
 * @param folded lower case, without accents
 */
export function soundOf(folded: string): string {
  return alike.reduce((sound, [spelt, heard]) => sound.replace(spelt, heard), folded);
}
