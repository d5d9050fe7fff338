/** "Is NGen a company or a government agency?": what sort of body it is, and not how many companies it has. */
import { phraseOf } from '../search/analysis.ts';
import type { Understanding } from './intent.ts';

const body =
  '(?:private |public |listed |commercial |federal |government |state |independent |real |for profit |non ?profit |not for profit )*(?:company|corporation|business|firm|charity|ngo|non ?profit|not for profit|agency|ministry|department|enterprise|foundation|association)';
const organisme =
  '(?:entreprise|societe|compagnie|organisme|association|fondation|ministere|agence)(?: (?:d etat|privee?|publi(?:c|que)|federale?|commerciale?|gouvernementale?|independante?|a but lucratif|sans but lucratif))*';
/** What is asked about, in a few words. */
const name = '[\\p{L}\\p{N}]{1,30}(?: [\\p{L}\\p{N}]{1,30}){0,4}?';
const questions: readonly RegExp[] = [
  new RegExp(`^(?:is|was) ${name} an? ${body}(?: or .{1,40})?$`, 'u'),
  new RegExp(`^(?:est ce que )?${name} est(?: elle| il| ce)? une? ${organisme}(?: ou .{1,40})?$`, 'u'),
  new RegExp(`^(?:is|was) ${name} (?:for|not for) profit$`, 'u'),
];

export function asksLegalForm(words: Understanding['words']): boolean {
  const phrase = phraseOf(words);
  return questions.some((question) => question.test(phrase));
}
