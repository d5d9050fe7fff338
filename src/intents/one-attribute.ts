/**
 * One attribute asked of one entry, where the search alone may take another passage: the question says nothing
 * more, names a year, or asks of those who led before.
 */

import { foldPhrase } from '../knowledge/fold.ts';
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Fact, FactValue, Section } from '../knowledge/types.ts';
import { phraseOf } from '../search/analysis.ts';
import type { Hit } from '../search/search.ts';
import { linesOf, plain } from '../search/section-texts.ts';
import { isAnotherMatter } from './another-matter.ts';
import type { Candidate, IntentContext, Understanding } from './intent.ts';
import { asksFormer, asksWhoLeads, formerWords, leadingWords, offices } from './leadership.ts';
import { asksLegalForm } from './legal-form.ts';
import { factsAt, findAttribute, ofAskedType } from './lookup.ts';
import { asksWhatIsGot, gotWords } from './weighing.ts';
import { spans, tellsOf, yearsOf } from './years.ts';

/** A question of which hardly anything is left unexplained. */
const wholeQuestion = 0.95;
/** Beside a year or a former holder a word or two may stay open. */
const nearlyWhole = 0.75;
/** Those who held an office are asked for by their names. */
const partly = 0.5;
/** Above what the search finds of other things; a passage that tells more surely of the year is left its place. */
const sure = { whole: 0.92, former: 0.93, ofYear: 0.85, otherYear: 0.75 };
/** Rankings nearer than this say little about which of two passages is meant. */
const nearRanking = 0.5;

export function oneAttribute(
  entryId: string,
  understanding: Understanding,
  { knowledge, now }: IntentContext,
): Candidate[] {
  const entry = knowledge.entry(entryId, understanding.language);
  const others = understanding.namedEntries.filter((id) => {
    const kind = knowledge.entry(id, understanding.language)?.kind;
    return id !== entryId && kind !== 'term' && kind !== 'programme' && id !== entry?.parent;
  });
  // "Called superclusters" asks of the clusters, not of the word.
  if (!entry || entry.kind === 'term' || others.length > 0) return [];
  const { words, mentions, hits } = understanding;
  if (asksLegalForm(words) && factsAt(entry, 'legal-form', now).length > 0) {
    const args = { entry: entryId, attribute: 'legal-form' };
    return [{ intent: 'attribute', args, score: 1, because: `asks what sort of body ${entryId} is` }];
  }
  const leads = understanding.attributes.length === 0 && asksWhoLeads(words);
  const isMoney = understanding.attributes.length === 0 && asksWhatIsGot(words);
  const asked = isMoney ? ['funding'] : particular(understanding);
  const told = (leads ? ['leader'] : ofAskedType(asked, words, entry)).filter(
    (id) => factsAt(entry, id, now).length > 0,
  );
  const [attribute] = told;
  if (
    !attribute ||
    isAnotherMatter(words)(attribute) ||
    (attribute === 'funding' && asksWhatItFunds.test(phraseOf(words)))
  )
    return [];
  // "What is not applied?" asks for the rest of what the fact tells.
  if (denies(words)) return [];
  // "When must projects end?" counts no projects.
  if (asksDeadline.test(phraseOf(words)) && !factsAt(entry, attribute, now).some(isDate)) return [];
  const years = yearsOf(words);
  // "When does the funding end" names the money as what ends.
  const valued = (id: string, type: FactValue['type']) =>
    entry.facts.some((fact) => fact.attribute === id && fact.value.type === type);
  // "The prairie network": its field and what it is called stand for its name.
  const described = understanding.described.includes(entryId);
  const isCalled = (mention: { readonly kind: string; readonly id: string; readonly words: string }) =>
    mention.kind === 'attribute' && mention.id === attribute && !calledSo.has(foldPhrase(mention.words));
  if (described && !leads && !mentions.some(isCalled)) return [];
  const named = mentions.filter(
    ({ kind, id }) =>
      kind === 'entry' ||
      (described && describing.has(kind)) ||
      (kind === 'attribute' &&
        (told.includes(id) ||
          (attribute === 'end-date' && valued(attribute, 'date') && valued(id, 'money')))),
  );
  const explained = (...also: ReadonlySet<string>[]) =>
    understanding.explainedBy(
      named,
      new Set([...also, ...(described ? [calledSo] : [])].flatMap((set) => [...set])),
    );
  const section = findAttribute(knowledge, attribute)?.section;
  const found = entry.sections.find(({ id }) => id === section);
  const because = `asks ${attribute} of ${entryId}`;

  if (years.length === 1) {
    const [year = ''] = years;
    if (explained(new Set(years), leadingWords) < nearlyWhole) return [];
    const facts = factsAt(entry, attribute, now);
    const known = facts.some((fact) => tellsOf(fact, year));
    // Nobody knows a year to come; what is planned for it is a statement that names it.
    if (!known && Number(year) > now.getUTCFullYear()) return [];
    // Those who held an office before, and figures of earlier years, stand in its section.
    if (!known && found && (offices.has(attribute) || spans(textOf(found), year))) {
      const place = sentencesOf(plain(found.lead)).findIndex((sentence) => spans(sentence, year));
      const args = { entry: entryId, section: found.id, ...(place > 0 && { focus: `lead:${place}` }) };
      return [{ intent: 'section', args, score: sure.ofYear, because: `${because} in ${year}` }];
    }
    const hit = hits.find((candidate) => candidate.entry === entryId && candidate.attribute === attribute);
    const args = { entry: entryId, attribute, ...(!known && { year }) };
    const score = Math.max(known ? sure.ofYear : sure.otherYear, known ? 0 : (hit?.confidence ?? 0));
    return [{ intent: 'attribute', args, score, because: `${because} in ${year}` }];
  }
  if (offices.has(attribute) && asksFormer(words) && found) {
    if (explained(formerWords, leadingWords) < partly) return [];
    const args = { entry: entryId, section: found.id };
    return [{ intent: 'section', args, score: sure.former, because: `${because}, of those before` }];
  }
  if (told.length > 1 || years.length > 0 || explained(framing(attribute, leads, words)) < wholeQuestion)
    return [];
  const [best] = hits;
  const answers = (hit: Hit) =>
    hit.entry === entryId && (hit.attribute === attribute || (found && hit.section === found.id));
  if (best && answers(best)) {
    // What is asked for is named: no other passage that fits about as well need be shown beside it.
    if (best.confidence >= sure.whole || best.section === undefined) return [];
    const args = { entry: entryId, section: best.section };
    return [{ intent: 'section', args, score: sure.whole, because }];
  }
  // What is asked in a thread may be a part of what was shown: the search must all but find the attribute. "How much
  // did it get?" asks for nothing else.
  const isNamed = described || mentions.some(({ kind, id }) => kind === 'entry' && id === entryId);
  const next = hits.find(answers);
  const isGot = attribute === 'funding' && words.some(({ folded }) => gotWords.has(folded));
  if (!isNamed && !isGot && best && (!next || best.score - next.score > nearRanking)) return [];
  return [{ intent: 'attribute', args: { entry: entryId, attribute }, score: sure.whole, because }];
}

const asksDeadline =
  /\b(?:by when|until when|when (?:must|should|do|does|have|has|will)|pour quand|avant quand|jusqu a quand)\b/;
const isDate = ({ value }: Fact) => value.type === 'date';

const denials: ReadonlySet<string> = new Set(
  'not cannot haven hasn didn isn wasn doesn aren don pas aucun aucune'.split(' '),
);

/** Whether a question denies what it names. */
function denies(words: Understanding['words']): boolean {
  return words.some(({ folded }) => denials.has(folded));
}

const describing: ReadonlySet<string> = new Set(['sector', 'technology', 'province']);
/** What a cluster is called where its name is not. */
const calledSo = new Set(
  'cluster supercluster hub network body consortium organization organisation outfit grappe supergrappe pole reseau organisme regroupement'.split(
    ' ',
  ),
);

/** "What does NGen fund?" asks what its money is for. */
const asksWhatItFunds =
  /^(?:what|which|who|whom|does|do|did|can|will)\b.{0,80}\bfunds?$|^(?:what|which|who|whom) .{0,40}\b(?:does|do|did|can|will)\b.{0,80}\bfund\b|^(?:que|qui|qu est ce que|quels? projets?) .{0,80}\bfinancent?\b|^(?:que|qui|quoi) finance\b/;

/** "How much does it cost to get in?" is no question of what somebody gets. */
const asksCost = /\b(?:costs?|price|fees?|into|coute|couter|cout|prix|frais)\b/;

/** Words beside an attribute that ask nothing more of it. */
function framing(attribute: string, leads: boolean, words: Understanding['words']): ReadonlySet<string> {
  if (leads) return leadingWords;
  const gets = attribute === 'funding' && !asksCost.test(phraseOf(words));
  return gets ? gotWords : new Set();
}

/** The attributes that are named by more than "how much", where any is. */
function particular({ attributes, mentions, words }: Understanding): readonly string[] {
  const until = beginOfTime(words);
  const asked = attributes.filter((id) =>
    mentions.some(({ kind, id: other, start }) => kind === 'attribute' && other === id && start < until),
  );
  const named = asked.filter((id) =>
    mentions.some(
      (mention) =>
        mention.kind === 'attribute' && mention.id === id && !bareQuestion.test(foldPhrase(mention.words)),
    ),
  );
  return named.length > 0 ? named : asked;
}

const asksAnother = /^(?:which|what|who|how|where|why|quels?|quelles?|qui|que|combien|comment|ou|pourquoi)$/;
const ofTime = /^(?:when|quand|lorsque|lorsqu)$/;
/** "And when …", "since when …" asks for the time itself. */
const beforeQuestion = /^(?:and|or|et|ou|since|until|till|by|depuis|jusqu|a|pour|puis)$/;

/** Where a clause begins that only says of which time another thing is asked: "which fields … when it was launched?". */
function beginOfTime(words: Understanding['words']): number {
  if (!asksAnother.test(words[0]?.folded ?? '')) return words.length;
  const at = words.findIndex(
    ({ folded }, index) =>
      index > 1 && ofTime.test(folded) && !beforeQuestion.test(words[index - 1]?.folded ?? ''),
  );
  return at < 0 ? words.length : at;
}

const bareQuestion = /^(?:how much|how many|combien|total|amount|montant)$/;

function textOf({ lead, details }: Section): string {
  return [plain(lead), ...details.flatMap(linesOf)].join('\n');
}
