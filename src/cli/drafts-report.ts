/** What experts answered, in the form of a section of the content: for an editor to check and complete. Pure. */
import type { ExpertAnswer } from '../store/experts.ts';

/** Sources, dates and a name in the content are the editor's to find: a draft does not pass the check. */
export function draftsReport(answers: readonly ExpertAnswer[]): string {
  return answers.map(draft).join('\n');
}

function draft({ language, question, answer }: ExpertAnswer, index: number): string {
  const asked = printable(question).replaceAll(/\s+/g, ' ').trim();
  return [
    `<!-- ${language} -->`,
    `## ${asked.replace(/^[#\s]+/, '')} {#draft-${index + 1}}`,
    '',
    '```yaml',
    'asks:',
    `  - ${JSON.stringify(asked)}`,
    'as_of:',
    'sources: []',
    '```',
    '',
    printable(answer).trim(),
    '',
  ].join('\n');
}

/** What people wrote must neither steer the terminal nor open a comment or a code block in the file. */
function printable(text: string): string {
  return text
    .replaceAll(/(?!\n)\p{C}/gu, ' ')
    .replaceAll('<!--', '‹!--')
    .replaceAll('```', "'''");
}
