/** Questions of what happened at a place: "Which clusters came to Toronto in 2019?" asks for none that is there. */
const event =
  /\b(?:went|came|visited|travell?ed|attended|participated|took part|represented|met|signed|won|lost|invited|venues?|allees?|visite|participe|rencontre|assiste|signe|gagne|perdu|(?:19|20)\d\d)\b/;

/** @param phrase folded words with a space between them */
export function tellsOfEvent(phrase: string): boolean {
  return event.test(phrase);
}
