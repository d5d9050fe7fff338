/** `npm run ask`: the same product in the terminal. See `docs/cli.md` for the contract of `--jsonl`. */
import { parseArgs } from 'node:util';
import { toMarkdown } from '../cards/markdown.ts';
import { readContentDirectory } from '../content-directory.ts';
import { createConversation } from '../conversation/conversation.ts';
import type { Language } from '../knowledge/language.ts';
import { ContentError } from '../knowledge/problems.ts';
import { requireKnowledge } from '../knowledge/read-knowledge.ts';
import { answerLines } from './jsonl.ts';
import { explanationText, replyJson, replyText } from './print.ts';

const usage = `usage: npm run ask -- [options] "question"
       npm run -s ask -- --jsonl < questions.jsonl

  --lang en|fr       the language to answer in when the words do not tell it
  --at 2027-01-01    answer as of that day
  --markdown         print the answer as a Markdown file
  --json             print the whole reply as JSON
  --explain          print why this is the answer
  --jsonl            read one JSON object a line from standard input, print one a line`;

/** A mistake of the person at the keyboard; its message is for them. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help) {
    console.log(usage);
    return;
  }
  const language = readLanguage(values.lang);
  const now = readDay(values.at);
  const directory = process.env.CONTENT_DIR || 'content';
  const conversation = createConversation(requireKnowledge(readContentDirectory(directory), directory), {
    defaultLanguage: 'en',
  });
  if (values.jsonl) {
    // A reader that closes early (`| head`) is no failure.
    process.stdout.on('error', (error: NodeJS.ErrnoException) =>
      process.exit(error.code === 'EPIPE' ? 0 : 1),
    );
    for await (const line of answerLines(process.stdin, conversation, {
      now,
      ...(language && { language }),
    })) {
      if (!process.stdout.write(`${line}\n`))
        await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
    return;
  }
  const text = positionals.join(' ');
  if (text.trim() === '') throw new UsageError(`a question is missing\n\n${usage}`);
  const reply = conversation.ask({ text, now, turns: [], ...(language && { language }) });
  if (values.json) console.log(JSON.stringify(replyJson(reply), null, 2));
  else if (values.markdown) process.stdout.write(toMarkdown(reply.card));
  else console.log(replyText(reply));
  if (values.explain && !values.json && !values.markdown)
    console.log(`\n${explanationText(reply.explanation)}`);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        lang: { type: 'string' },
        at: { type: 'string' },
        json: { type: 'boolean' },
        markdown: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        explain: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : 'unreadable options'}\n\n${usage}`);
  }
}

function readLanguage(value: string | undefined): Language | undefined {
  if (value === undefined || value === 'en' || value === 'fr') return value;
  throw new UsageError('--lang: expected en or fr');
}

function readDay(value: string | undefined): Date {
  if (value === undefined) return new Date();
  const day = new Date(`${value}T12:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(value) ||
    Number.isNaN(day.getTime()) ||
    !day.toISOString().startsWith(value)
  ) {
    throw new UsageError('--at: expected a day such as 2027-01-01');
  }
  return day;
}

try {
  await main();
} catch (error) {
  if (error instanceof UsageError || error instanceof ContentError) console.error(error.message);
  else
    console.error(
      `the question could not be answered: ${error instanceof Error ? error.message : 'unknown cause'}`,
    );
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
