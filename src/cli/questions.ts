/** `npm run questions`: the weekly table of what was asked and not answered. See `docs/cli.md`. */
import { existsSync } from 'node:fs';
import { readConfig } from '../config.ts';
import { readContentDirectory } from '../content-directory.ts';
import { requireKnowledge } from '../knowledge/read-knowledge.ts';
import { openStore } from '../store/store.ts';
import { questionsReport } from './questions-report.ts';
import { readDays, runTool } from './tool.ts';

/** More are not looked at: the table would not change. */
const mostQuestions = 20_000;

await runTool('the questions could not be read', async (arguments_) => {
  const { days, since } = readDays(arguments_, 7, 'usage: npm run questions -- [--days 7]');
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const knowledge = requireKnowledge(readContentDirectory(config.contentDirectory), config.contentDirectory);
  const store = await openStore(config.database, { role: 'tool' });
  try {
    const questions = await store.unanswered.since('all', since, mostQuestions);
    console.log(questionsReport(questions, knowledge, days === 1 ? 'the last day' : `the last ${days} days`));
  } finally {
    await store.close();
  }
});
