/** `npm run content:drafts`: what experts answered, as drafts for the content. See `docs/cli.md`. */
import { existsSync } from 'node:fs';
import { readConfig } from '../config.ts';
import { openStore } from '../store/store.ts';
import { draftsReport } from './drafts-report.ts';
import { readDays, runTool } from './tool.ts';

const mostAnswers = 500;

await runTool('the drafts could not be written', async (arguments_) => {
  const from = readDays(arguments_, 90, 'usage: npm run -s content:drafts -- [--days 90] > drafts.md');
  if (existsSync('.env')) process.loadEnvFile('.env');
  const store = await openStore(readConfig(process.env).database, { role: 'tool' });
  try {
    const answers = await store.experts.answers(from.since, mostAnswers);
    if (answers.length === 0) console.error('no answers of experts whose words may be kept');
    else console.log(draftsReport(answers));
  } finally {
    await store.close();
  }
});
