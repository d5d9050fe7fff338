import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { createLogger } from '../src/logging.ts';
import { inNewRequest } from '../src/telemetry/request.ts';
import { noSpan } from '../src/telemetry/tracer.ts';

function loggedAs(format: string): string {
  const script = `import { createLogger } from './src/logging.ts';
    createLogger('info', '${format}').warn({ code: 'one_code' }, 'a sentence');`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
}

it('programs get a JSON object a line', () => {
  expect(JSON.parse(loggedAs('json'))).toMatchObject({ level: 40, code: 'one_code', msg: 'a sentence' });
});

it('people get a line to read', () => {
  // Colours are for terminals, and this is none.
  expect(loggedAs('pretty')).toMatch(/^\[\d\d:\d\d:\d\d\] WARN: a sentence \{"code":"one_code"\}\n$/);
});

it('lines of a request carry its id, and others none', async () => {
  const lines: string[] = [];
  const logger = createLogger('info', 'json', { write: (line) => void lines.push(line) });
  await inNewRequest(noSpan, async () => {
    await Promise.resolve();
    logger.info('inside');
  });
  logger.info('outside');
  const [inside, outside] = lines.map((line) => JSON.parse(line) as object);
  expect(inside).toHaveProperty('requestId', expect.stringMatching(/^[0-9a-f-]{36}$/));
  expect(outside).not.toHaveProperty('requestId');
});
