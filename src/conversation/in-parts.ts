/** A question that is answered in parts: several questions at once, or two things set against each other. */
import { contrastCandidate } from '../intents/contrast.ts';
import type { Candidate } from '../intents/intent.ts';
import { joinCandidates, mostParts } from '../intents/joined.ts';
import type { Hit } from '../search/search.ts';
import { clausesOf, ofTwoCountries } from './clauses.ts';
import type { Decision } from './decide.ts';
import { sidesOf } from './sides.ts';
import type { Turn } from './types.ts';
import type { Understood } from './understand.ts';

/** Characters. A longer text is no question of two or three parts, and each part of it would take as long as a whole one. */
const longest = 400;
/** From here a question counts as one that the content knows. */
const sameQuestion = 0.9;
/** Like a known question, and with less of the words than this, it asks something besides. */
const mostOfIt = 0.8;
/** A section that holds so much of the question, and is so sure to answer it, tells of both sides. */
const holdsBoth = 0.8;
const surely = 0.85;
/** Less sure than this, and a side is nothing of ours. */
const sideKnown = 0.65;
/** Intents that answer what is asked of one thing; any other has seen both sides. */
const ofOneThing = new Set(['section', 'attribute', 'find', 'profile', 'topic', 'definition']);

/** What answers a part by itself, after the turns of the parts before it; undefined where nothing does. */
export type AnswerOfPart = (
  part: string,
  turns: readonly Turn[],
) => { readonly candidate: Candidate; readonly turn: Turn } | undefined;

/**
 * A question of several parts is answered part by part, where each part has an answer of its own and
 * nothing answers the whole as it stands. A later part may lean on an earlier one ("and how do I join it?").
 */
export function inParts(
  text: string,
  turns: readonly Turn[],
  whole: Understood,
  decision: () => Decision,
  answerOf: AnswerOfPart,
  sectionOf: (attribute: string) => string | undefined,
): Candidate | undefined {
  if (text.length > longest) return undefined;
  const sides = sidesOf(text);
  if (sides) return sideBySide(sides, turns, whole, decision(), answerOf);
  const asked = clausesOf(text);
  const clauses = asked.length > 1 ? asked : (ofTwoCountries(text) ?? asked);
  if (clauses.length < 2 || clauses.length > mostParts) return undefined;
  if (mayAnswerWhole(whole) && answersWhole(decision(), whole, sectionOf)) return undefined;
  let so = turns;
  const parts: Candidate[] = [];
  for (const clause of clauses) {
    const found = answerOf(clause, so);
    if (!found) return undefined;
    parts.push(found.candidate);
    so = [...so, found.turn];
  }
  return areDifferent(parts) ? joinCandidates(parts) : undefined;
}

/** "CETA or the ECCP, what is the difference?": each side quoted, where nothing tells of both. */
function sideBySide(
  sides: readonly string[],
  turns: readonly Turn[],
  whole: Understood,
  decision: Decision,
  answerOf: AnswerOfPart,
): Candidate | undefined {
  if (decision.kind === 'answer' && !ofOneThing.has(decision.candidate.intent)) return undefined;
  const [best] = whole.hits;
  if (best && best.evidence.likeness >= sameQuestion) return undefined;
  const parts = sides.flatMap((side) => answerOf(side, turns)?.candidate ?? []);
  const [first] = parts;
  if (!first || parts.length < sides.length) return undefined;
  // "Is Toronto bigger than Montréal?" asks for no clusters there.
  if (parts.some(({ intent }) => intent === 'find')) return undefined;
  // What answers either side tells of both.
  if (!areDifferent(parts)) return first;
  // Of what we do not know, a stray word finds something too.
  if (parts.some((part) => part.score < sideKnown)) return undefined;
  return best && tellsOfBoth(best) ? undefined : contrastCandidate(ofTheSame(parts));
}

/** What a cluster's name by itself finds. */
const ofNameAlone = new Set(['names', 'focus', 'sectors']);

/** "Yearly fee, protein cluster vs the manufacturing one": what is asked of one side is asked of the other. */
function ofTheSame(parts: readonly Candidate[]): readonly Candidate[] {
  const asked = parts.find(
    ({ intent, args }) =>
      intent === 'section' && args.section !== undefined && !ofNameAlone.has(args.section),
  );
  const section = asked?.args.section;
  if (section === undefined) return parts;
  return parts.map((part) =>
    part.intent === 'section' && ofNameAlone.has(part.args.section ?? '')
      ? { ...part, args: { entry: part.args.entry ?? '', section } }
      : part,
  );
}

function tellsOfBoth({ evidence: { cohesion }, confidence }: Hit): boolean {
  return cohesion >= holdsBoth && confidence >= surely;
}

function areDifferent(parts: readonly Candidate[]): boolean {
  // Another sentence of the same section is no other answer.
  const answers = parts.map(({ intent, args: { focus: _focus, ...args } }) => JSON.stringify([intent, args]));
  return new Set(answers).size === parts.length;
}

/** Whether it is worth looking at what answers the whole, which takes as long as for a part of it. */
function mayAnswerWhole(whole: Understood): boolean {
  return (
    whole.likest() >= sameQuestion ||
    (whole.attributes.length > 1 && whole.explainedBy(named(whole)) >= mostOfIt)
  );
}

function named({ mentions }: Understood) {
  return mentions.filter(({ kind }) => kind === 'entry' || kind === 'attribute');
}

/** A known question, or several attributes at once: no part of it is left out. */
function answersWhole(
  decision: Decision,
  understood: Understood,
  sectionOf: (attribute: string) => string | undefined,
): boolean {
  if (decision.kind !== 'answer') return false;
  const { intent, args } = decision.candidate;
  if (intent === 'attribute' && args.attribute?.includes(',')) return true;
  const evidence = understood.hits[0]?.evidence;
  // « Où est-elle et qui la dirige ? »: what answers one of them does not answer the other.
  const asked = new Set(understood.attributes.flatMap((attribute) => sectionOf(attribute) ?? []));
  if (asked.size > 1 && asked.has(args.section ?? '')) return false;
  return (
    intent === 'section' &&
    evidence !== undefined &&
    evidence.likeness >= sameQuestion &&
    evidence.coverage >= mostOfIt
  );
}
