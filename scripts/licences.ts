/** The licences of the packages whose code is part of the build, which ask that their text goes along with it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * @param modules paths of files
 * @returns name, version, licence and its text for each package that they belong to, by name
 */
export function licencesOf(modules: readonly string[]): string {
  const folders = new Set(
    modules.flatMap((module) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? []),
  );
  return [...folders]
    .filter((folder) => existsSync(`${folder}/package.json`))
    .map(licenceOf)
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)(?!.*\.js$)/i.test(file))
    .sort();
  return [
    `${name} ${version} (${license ?? 'no licence named'})`,
    ...texts.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim()),
  ].join('\n\n');
}
