/** What is said before a question and says nothing of it: "newbie here, what's the ECCP?". */
import { isGrammar, type Word, wordsOf } from '../search/analysis.ts';

/** Who asks and why, in words that no question of ours is about. */
const chatter = new Set(
  (
    'newbie noob newcomer beginner novice rookie new lost confused puzzled stuck curious wondering asking ask bother bothering sorry apologies excuse pardon forgive ' +
    'question questions quick quickie small little silly stupid dumb naive basic simple obvious maybe perhaps probably friend boss manager colleague client clients customer school project homework assignment class ' +
    'hurry rush urgent urgently asap deadline meeting call briefing note memo report preparing writing drafting working reading read heard told hear long short story back holidays vacation ' +
    'kinda sorta gonna wanna gotta hey hi hello folks guys team everyone everybody all there here btw ok okay so well hmm um uh look listen honestly frankly seriously please pls thanks quite totally bit first off need know knows want wants trying understand say says said morning afternoon evening good dear ' +
    'debutant debutante debute nouveau nouvelle novice perdu perdue curieux curieuse desole desolee pardon excusez excuse excusez-moi question questions petite rapide vite bete idiote stupide naive evident peut etre ami amie patron patronne collegue client cliente ' +
    'presse urgent urgence reunion note ecole travail devoir cours prepare redige lis lu entendu dit bonjour bonsoir salut allo tous toutes merci svp stp alors bon ben euh franchement honnetement besoin savoir sais veux voudrais demande demander deranger derange retour vacances bref'
  ).split(' '),
);
/** Where such a beginning may end. */
const ends = /[,;:.!…]{1,5} | [-–—] |(?<= )(?:but|mais) (?=\p{L})/giu;
const begins =
  /^(?:who|whom|whose|what|whats|when|where|which|why|how|is|are|was|were|does|do|did|can|could|may|should|must|will|has|have|tell|explain|name|list|give|qui|que|qu|quoi|quand|ou|pourquoi|comment|combien|quel|quelle|quels|quelles|est|sont|peut|peuvent|peux|c|a|faut|dois|doit|explique|expliquez|donne|donnez|nomme|nommez|liste|y)$/;
/** "…, right?", « …, ou quoi ? », « … pour vrai ? » */
const tag =
  /,? (?:or (?:is|are|was|were) (?:it|that|this|they) (?:all |just |only |simply |still )?(?!in |at |on |from )[\p{L}’' ]{3,25}|or (?:do|does|did) (?:they|it|you|we) [\p{L}’' ]{3,30}|or what|or not|or no|right|for real|though|again|ou quoi|ou non|ou pas|pour (?:de )?vrai|au juste|dans le fond|en fait|déjà|hein|tsé|genre|là) ?[?!.]{0,5}$/iu;
/** « …, pas pour vendre », "…, not to sell": what is not asked. */
const contrast =
  /, (?:and not|not|rather than|instead of|et non|pas|plutôt que) [^,;:?!.]{3,60}[?!. ]{0,5}$/iu;
const mostWords = 12;
const leastWords = 2;

/** @returns the question without what comes before it, and without a tag; undefined where it has neither */
export function withoutPreface(text: string): string | undefined {
  const bare = text.replace(tag, '').replace(contrast, '');
  let rest: string | undefined;
  for (const { index, 0: mark } of bare.matchAll(ends)) {
    const before = wordsOf(bare.slice(0, index));
    if (before.length > mostWords) break;
    const after = bare.slice(index + mark.length);
    const asked = wordsOf(after);
    if (asked.length < leastWords || !begins.test(asked[0]!.folded)) continue;
    if (before.every(saysNothing)) rest = after;
  }
  return rest ?? (bare === text ? undefined : bare);
}

function saysNothing({ folded }: Word): boolean {
  return chatter.has(folded) || isGrammar(folded);
}
