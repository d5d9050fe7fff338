/** "What is BlueVita?", "Is Kemira involved in the clusters?": what a question asks of nothing but a name. */
import { plainText } from '../cards/card.ts';
import { foldPhrase } from '../knowledge/fold.ts';
import type { Section } from '../knowledge/types.ts';
import { isMemberState, isOutsideCeta } from '../search/actors.ts';
import type { Understanding } from './intent.ts';

/** Of bounded length, so that no text makes the expressions dear; what it is made of is looked at afterwards. */
const name = '(?<name>.{1,60}?)';
/** More is no name but a sentence. */
const mostWords = 5;
const clusters =
  "(?:(?:the|a|any|one of the|canada['’]s) )?(?:five )?(?:global )?(?:innovation )?(?:super)?clusters?";
const grappes =
  "(?:(?:d[eu]|des|[àa]|aux?|avec|dans|une?|les?|la|l['’]une des) ){0,3}(?:cinq )?(?:super)?grappes?(?: d['’]innovation(?: mondiales)?)?";

const frames: readonly RegExp[] = [
  `(?:what|who)(?: is| are|['’]s) ${name}(?: project)?`,
  `tell me about ${name}`,
  `(?:which|what) projects? (?:do|does|did|is|was|are|has) ${name} (?:take part in|participate in|part of|involved in|in|lead|a partner in)`,
  `(?:is|are|was|were) ${name} (?:involved|taking part|active|(?:a )?part(?:ner)?|a member) (?:in|with|of) ${clusters}`,
  `how (?:is|are|was|were) ${name} (?:involved|connected|linked) (?:in|with|to) ${clusters}`,
  `what (?:is|was) the role of ${name}(?: in ${clusters})?`,
  `what does ${name} (?:do (?:in|with|for)|have to do with) ${clusters}`,
  // Before the frame that it would fill, too.
  `qu['’]est-ce que ${name} (?:vient faire|fait|fabrique) (?:l[àa][- ]dedans|ici|dans ${grappes})`,
  `que (?:vient faire|fait|fabrique) ${name} (?:l[àa][- ]dedans|ici|dans ${grappes})`,
  `(?:c['’]est quoi|qu['’]est-ce que|qu['’]est-ce qu['’]|qui est|parlez-moi d[e'’]|parle-moi d[e'’]) ?${name}`,
  `(?:[àa]|dans) quels? projets? ${name} participe(?:-t-(?:il|elle)|nt-(?:ils|elles))?`,
  `(?:est-ce que )?${name} (?:participe(?:-t-(?:il|elle))?|est(?:-(?:il|elle))? (?:membre|partenaire)|fait(?:-(?:il|elle))? partie) ${grappes}`,
  `quel est le r[ôo]le d[e'’] ?${name}(?: dans ${grappes})?`,
].map((frame) => new RegExp(`^${frame}$`, 'iu'));

const lastMarks = new Set('?!. \u00a0');

/** A name that more passages have is no firm or project that one of them tells of. */
const mostTelling = 2;
/** The sections that say where a cluster is name towns and provinces, and explain none. */
const ofPlaces = 'region';
const small = /^(?:of|the|for|de|del|du|des|la|le|et|and|&)$/iu;
const capital = /^[\p{Lu}\p{N}]/u;
const ofAName = /^[\p{L}\p{N}&'’.-]+$/u;

/**
 * The section that tells of a firm, a project or a program, where a question asks of nothing but its name.
 *
 * @param hits best first
 */
export function tellerOf(
  { text, namedEntries, mentions }: Pick<Understanding, 'text' | 'namedEntries' | 'mentions'>,
  hits: readonly { readonly found?: Section | undefined }[],
): Section | undefined {
  if (namedEntries.length > 0) return undefined;
  const name = nameAskedAbout(text);
  if (name === undefined) return undefined;
  const folded = foldPhrase(name);
  // A field, a province or a country is more than what one section has about it.
  if (mentions.some(({ words }) => foldPhrase(words) === folded)) return undefined;
  if (isMemberState({ folded }) || isOutsideCeta({ folded })) return undefined;
  const telling = hits.flatMap(({ found }) => (found && tellsOf(found, name) ? [found] : []));
  const [first] = telling;
  return telling.length <= mostTelling && first?.id !== ofPlaces ? first : undefined;
}

/**
 * The proper name that a question asks about and nothing else. Whoever writes it without capitals asks of a thing,
 * and a thing that a passage merely has is not explained by it.
 *
 * @param text the question as it was written
 */
function nameAskedAbout(text: string): string | undefined {
  const question = withoutLastMarks(text.trim());
  for (const frame of frames) {
    const found = frame.exec(question)?.groups?.name;
    if (!found) continue;
    const words = found.split(' ');
    const isName =
      words.length <= mostWords &&
      capital.test(found) &&
      words.every((word) => small.test(word) || (capital.test(word) && ofAName.test(word)));
    return isName ? found : undefined;
  }
  return undefined;
}

function withoutLastMarks(text: string): string {
  let end = text.length;
  while (end > 0 && lastMarks.has(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

/** Whether a section tells of a name, spelt with the same capitals, as a whole. */
function tellsOf({ lead, details }: Section, name: string): boolean {
  const texts = [
    plainText(lead),
    ...details.flatMap((block) => {
      switch (block.type) {
        case 'paragraph':
          return [plainText(block.text)];
        case 'list':
          return block.items.map(plainText);
        case 'table':
          return block.rows.flat();
        default:
          return [];
      }
    }),
  ];
  return texts.some((text) => hasWhole(text, name));
}

const inside = /[\p{L}\p{N}]/u;

function hasWhole(typeset: string, asked: string): boolean {
  const [text, name] = [straight(typeset), straight(asked)];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!inside.test(text[at - 1] ?? '') && !inside.test(text[at + name.length] ?? '')) return true;
  }
  return false;
}

function straight(text: string): string {
  return text.replace(/’/gu, "'").replace(/\s/gu, ' ');
}
