/** Subscription lines that come together, as somebody copies them from a list. */
import { fold } from '../knowledge/fold.ts';
import { languages } from '../knowledge/language.ts';
import {
  type LineContext,
  type ReadLine,
  readSubscriptionLine,
  type SubscriptionVerbs,
} from './subscription-line.ts';

/** Fewer than Teams' edge reads of a message: what was cut off must not be taken for the whole. */
const longestPaste = 1_999;

/**
 * Reads one line, or several that were copied together from a list of them, in their order.
 *
 * @param timeZone the time zone of a line that names none
 * @returns undefined where the text is something else, such as a question
 */
export function readSubscriptionLines(
  text: string,
  timeZone: string,
  context: LineContext,
): readonly [ReadLine, ...ReadLine[]] | undefined {
  const [whole, ...others] = apart(text, context.verbs);
  const first = readSubscriptionLine(whole, timeZone, context);
  if (!first) return undefined;
  if (text.length > longestPaste) {
    return [{ type: 'misunderstood', language: first.language, problem: { reason: 'too-long' } }];
  }
  return [first, ...others.flatMap((line) => readSubscriptionLine(line, timeZone, context) ?? [])];
}

/** A new line begins with each verb: Teams' edge makes one line of what was pasted. */
function apart(text: string, verbs: SubscriptionVerbs): [string, ...string[]] {
  const names = new Set(languages.flatMap((language) => verbs.subscribe[language].map(fold)));
  const lines: [string[], ...string[][]] = [[]];
  for (const word of text.trim().split(/\s+/)) {
    const line = lines.at(-1)!;
    const isNext = names.has(fold(word)) && line.some((one) => !/^(?:[•*–-]|\/\w+)$/u.test(one));
    if (!isNext) line.push(word);
    else {
      if (/^[•*–-]$/u.test(line.at(-1) ?? '')) line.pop();
      lines.push([word]);
    }
  }
  const [first, ...others] = lines;
  return [others.length === 0 ? text : first.join(' '), ...others.map((line) => line.join(' '))];
}
