// Plain JavaScript that any Node can read: says in one sentence that the runtime is too old.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const wanted = engines.node.replace('>=', '');
const numbers = (version) => version.split('.').map(Number);

function enough(have, want) {
  for (const [index, part] of want.entries()) {
    if ((have[index] ?? 0) !== part) return (have[index] ?? 0) > part;
  }
  return true;
}

if (!enough(numbers(process.versions.node), numbers(wanted))) {
  console.error(
    `Supercluster Guide needs Node ${wanted} or newer and this is ${process.versions.node}: run it through npm after "npm install", which brings the right one, or install a newer Node.`,
  );
  process.exit(1);
}
