/** Reads a Dockerfile as far as ours goes. */

export interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** @returns the instructions of each stage: comments dropped, continued lines joined */
export function readDockerfile(text: string): Instruction[][] {
  const joined = text.replace(/^#.*\n/gm, '').replace(/\\\n\s*/g, '');
  const stages: Instruction[][] = [];
  for (const line of joined.split('\n').filter((one) => one.trim() !== '')) {
    const [, word = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (word === '') throw new Error(`no instruction: ${line}`);
    if (word === 'FROM') stages.push([]);
    stages.at(-1)?.push({ word, rest });
  }
  return stages;
}
