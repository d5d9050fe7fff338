/** English verbs whose past has another stem: "sold", "paid", "led". */

/** The infinitive, then its other forms; forms that are as often another word ("left", "found") and verbs that say little ("make") are left out. */
const irregular = `
begin began begun; break broke broken; build built; buy bought; catch caught; choose chose chosen;
deal dealt; drive drove driven; eat ate eaten; fall fell fallen; feed fed; fight fought; fly flew flown;
forbid forbade forbidden; forget forgot forgotten; freeze froze frozen; grow grew grown; hide hid hidden;
lead led; lend lent; lose lost; meet met; pay paid; rise rose risen; seek sought; sell sold; send sent;
shrink shrank shrunk; speak spoke spoken; spend spent; steal stole stolen; stick stuck; strike struck;
swear swore sworn; teach taught; throw threw thrown; understand understood;
undertake undertook undertaken; win won; withdraw withdrew withdrawn; withhold withheld;
write wrote written`;

/** Past form → infinitive. */
export const irregularPast: ReadonlyMap<string, string> = new Map(
  irregular.split(';').flatMap((verb) => {
    const [infinitive = '', ...forms] = verb.trim().split(' ');
    return forms.map((form) => [form, infinitive] as const);
  }),
);
