import { execFile } from 'node:child_process';
import { describe, expect, it } from 'vitest';

interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function ask(
  args: readonly string[],
  input = '',
  environment: Readonly<Record<string, string>> = {},
): Promise<Result> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['src/cli/ask.ts', ...args],
      { env: { PATH: process.env.PATH ?? '', ...environment }, maxBuffer: 50_000_000 },
      (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

const lines = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('npm run ask', () => {
  it('answers with text, date and sources', async () => {
    const { code, out } = await ask(['which supercluster is for shipbuilders?']);
    expect(code).toBe(0);
    expect(out).toContain('Ocean');
    expect(out).toMatch(/As of /);
    expect(out).toMatch(/\[1\] .+ https?:\/\//);
  });

  it('answers in the language that is asked for', async () => {
    const { out } = await ask(['--lang', 'fr', 'NGen']);
    expect(out).toMatch(/Date des données|Dates des données/);
  });

  it('explains itself', async () => {
    const { out } = await ask(['--explain', 'who leads Scale AI?']);
    for (const part of ['language', 'entity', 'candidate', 'hit', 'confidence', 'decision'])
      expect(out).toContain(part);
  });

  it('prints the whole reply as JSON', async () => {
    const { out } = await ask(['--json', 'Is CETA in force?']);
    expect(JSON.parse(out)).toMatchObject({
      answered: true,
      language: 'en',
      card: { language: 'en' },
      explanation: {},
    });
  });

  it('prints the answer as a Markdown file', async () => {
    const { code, out } = await ask(['--markdown', 'brief ngen']);
    expect(code).toBe(0);
    expect(out).toMatch(/^# Brief: Advanced Manufacturing Cluster \(NGen\)\n\n/);
    for (const heading of ['CETA topics', 'European counterparts', 'Next dates', 'Sources'])
      expect(out).toContain(`\n## ${heading}\n`);
    expect(out).not.toContain('As Markdown');
  });

  it('answers as of a day', async () => {
    const question = 'What are the CETA procurement thresholds?';
    const [then, later] = await Promise.all([
      ask(['--at', '2025-06-01', '--json', question]),
      ask(['--at', '2027-01-01', '--json', question]),
    ]);
    expect(JSON.parse(then.out).text).not.toBe(JSON.parse(later.out).text);
  });

  it.each([
    [['--lang', 'de', 'x'], 'expected en or fr'],
    [['--at', 'tomorrow', 'x'], 'expected a day'],
    [['--at', '2027-02-30', 'x'], 'expected a day'],
    [['--fast', 'x'], 'usage'],
    [[], 'a question is missing'],
  ])('refuses %o with a sentence and the code 2', async (args, message) => {
    const { code, err } = await ask(args);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('says which content file is wrong', async () => {
    const { code, err } = await ask(['NGen'], '', { CONTENT_DIR: 'test' });
    expect(code).toBe(1);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('npm run ask -- --jsonl', () => {
  it('answers line by line, in order, with the fields of the contract', async () => {
    const input = [
      '{"id":"a","question":"Where is NGen based?"}',
      '{"id":2,"question":"Où est située NGen ?","lang":"fr"}',
      '{"id":"c","question":"and where is it based?","context":["What does Protein Industries Canada do?"]}',
      '{"id":"d","question":"What is the best pizza in Naples?"}',
    ].join('\n');
    const answers = lines((await ask(['--jsonl'], input)).out);
    expect(answers.map((answer) => answer.id)).toEqual(['a', 2, 'c', 'd']);
    for (const answer of answers) {
      expect(Object.keys(answer).toSorted()).toEqual(
        ['answered', 'confidence', 'entries', 'id', 'intent', 'language', 'ms', 'sources', 'text'].toSorted(),
      );
      expect((answer.text as string).length).toBeLessThanOrEqual(1_200);
    }
    expect(answers[0]).toMatchObject({
      answered: true,
      language: 'en',
      text: expect.stringContaining('Hamilton'),
    });
    expect(answers[1]).toMatchObject({
      answered: true,
      language: 'fr',
      text: expect.stringContaining('Hamilton'),
    });
    expect(answers[2]).toMatchObject({ answered: true, text: expect.stringContaining('Regina') });
    expect(answers[3]).toMatchObject({ answered: false, entries: [], sources: [] });
  });

  it('reports a bad line and goes on', async () => {
    const input = [
      'not json',
      '{"id":"b"}',
      '{"id":"c","question":"NGen","lang":"de"}',
      '[]',
      '',
      '{"id":"e","question":""}',
      `{"id":"f","question":${JSON.stringify('x'.repeat(10_000))}}`,
      '{"id":"g","question":"NGen"}',
    ].join('\r\n');
    const { code, out } = await ask(['--jsonl'], input);
    expect(code).toBe(0);
    expect(lines(out)).toMatchObject([
      { error: 'expected one JSON object' },
      { id: 'b', error: 'question: expected a string' },
      { id: 'c', error: 'lang: expected en or fr' },
      { error: expect.any(String) },
      { id: 'e', answered: false },
      { id: 'f', answered: false },
      { id: 'g', answered: true },
    ]);
  });

  it('streams a thousand questions through one start-up', async () => {
    const questions = [
      'Where is NGen based?',
      'AECG',
      'shipyards',
      'who leads the ocean supercluster',
      'pizza?',
    ];
    const input = Array.from({ length: 1_000 }, (_, n) =>
      JSON.stringify({ id: n, question: questions[n % questions.length] }),
    ).join('\n');
    const answers = lines((await ask(['--jsonl'], input)).out);
    expect(answers.map((answer) => answer.id)).toEqual(Array.from({ length: 1_000 }, (_, n) => n));
  });
});
