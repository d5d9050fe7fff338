/**
 * What no content answers, told by the form of a question and not by its subject: somebody wants something done, wants
 * to know what will happen, has persons judged, or asks after a firm that nobody here knows.
 */
import { isGrammar, phraseOf, type Word } from '../search/analysis.ts';
import { isEuropean } from '../search/european-places.ts';
import type { Understanding } from './intent.ts';

/** The topic of the vocabulary that answers it. */
type Topic = 'actions' | 'predictions' | 'companies-and-schools';

/** @returns the topic that such a question belongs to; undefined for any other question */
export function refusedForm(understanding: Understanding, known: (word: Word) => boolean): Topic | undefined {
  const phrase = phraseOf(understanding.words);
  if (asksToAct(phrase)) return 'actions';
  if (asksToForetell(phrase) || asksToJudge(phrase)) return 'predictions';
  return asksOfStranger(understanding, known) ? 'companies-and-schools' : undefined;
}

const courtesy = `(?:(?:hi|hello|hey|please|pls|kindly|ok|so|now|and|bonjour|salut|svp|alors|merci de|veuillez) ){0,3}`;
const softly = `(?:(?:please|kindly|just|also|quickly|maybe|possibly|simply|now|s il (?:te|vous) plait|svp|stp|juste|maintenant|vite) ){0,2}`;

/**
 * "Can you ship cheese?" is asked of anybody; to the guide it is said where the asker's own thing follows:
 * "can you open the file I attached", "could you sign it for me". What a guide does is to tell.
 */
const askedOfGuide = new RegExp(
  `^${courtesy}(?:(?:can|could|would|will) you |i (?:need|want) you to |i(?: would| d)? like you to |would you be so kind as to |would you mind )${softly}` +
    String.raw`(?!(?:tell|telling|explain|explaining|say|give|giving|show|showing|list|name|help|describe|compare|summari[sz]e|clarify|point|walk|define|outline|break|share|provide|recommend|suggest|advise|guide|run|talk|let|answer|find|specify|detail|refer|direct|remind|use|combine|join|claim|ship|export|import|sell|buy|get|apply|count|bring|deduct|include|have|be|become|stack|qualify|keep|know|think)\b)` +
    String.raw`\w+ (?:(?:up|out|over|in|into|at|to|on|through|with|for|it|the|a|an|this|these|that|those) ){0,3}(?:my|our|me|us|attached|enclosed|uploaded)\b`,
);
const forAsker =
  /^(?:(?:please|pls|hi|hello|hey) ){0,2}(?:(?:can|could|would|will) you |i need you to |would you be so kind as to )(?!(?:tell|explain|find|list|show|name|give|compare|summari[sz]e|describe)\b)\w+ .{1,80} for (?:me|us)$/;
const onDesk =
  /\b(?:(?:that |which )?(?:i|we|i ve|we ve|i have|we have) (?:just )?(?:attached|uploaded|enclosed|pasted)|que (?:j ai|nous avons|je t ai|je vous ai) (?:jointe?s?|joins|televersee?s?|collee?s?|annexee?s?))\b|\b(?:fichier|document|tableau|contrat|texte|formulaire)s? ci jointe?s?\b/;
/** « Peux-tu », « pouvez-vous » are said to the guide; whether a body pays is asked so, too. */
const askedInFrench = new RegExp(
  `^${courtesy}(?:(?:peux|pourrais|veux) tu|(?:pouvez|pourriez|voulez) vous|tu (?:peux|pourrais)|vous (?:pouvez|pourriez)) ${softly}(?:(?:me|m|nous|lui|leur|l|le|la|les|y|en) ){0,2}` +
    String.raw`(?!(?:dire|expliquer|donner|montrer|lister|nommer|aider|decrire|comparer|resumer|clarifier|preciser|indiquer|rappeler|definir|detailler|fournir|recommander|suggerer|conseiller|guider|eclairer|renseigner|informer|parler|repondre|trouver|citer|enumerer|presenter|confirmer|verifier|faire|financer|soutenir|rembourser|subventionner|accepter|appuyer|orienter|diriger|exporter|importer|vendre|envoyer|expedier|utiliser|adherer|etre|avoir|savoir)\b)` +
    String.raw`\w+(?:er|ir|re) .{0,60}\b(?:mon|ma|mes|notre|nos|moi|nous|ce|cet|cette|ces)\b`,
);
/** What only a person with the power to do so can say or do. */
const orders = new RegExp(
  `^${courtesy}(?:` +
    String.raw`(?:attest|certify|guarantee|promise|vouch|swear)\b(?! mark)|` +
    String.raw`confirm (?:my|our) (?:\w{1,20} )?(?:registration|booking|participation|attendance|appointment|order|payment|application|reservation|membership|receipt|place|places|seat|seats|slot)\b|` +
    String.raw`(?:file|lodge|submit|register|raise|bring|open|log) (?:an?|the) (?:\w{1,20} ){0,2}(?:complaint|objection|appeal|claim|ticket|dispute|protest|request|case|lawsuit)\b|` +
    String.raw`(?:put|place|push|move|add|keep|enter|squeeze|include|insert|block|hold|secure|extend|postpone|delay|shorten|approve|validate|accept|grant|sign|log|report|update|correct|fix|edit|adapt|adjust|fill|ring|phone) (?:(?:up|out|in|into|off|the|a|an) ){0,2}(?:my|our|me|us)\b(?! (?:\w{1,20} )?(?:clusters?|hubs?|networks?|organi[sz]ation)\b)|` +
    String.raw`(?:get|make|force|press|urge) (?:\w{1,20} ){1,3}to (?:delete|remove|add|send|pay|approve|accept|change|call|answer|hurry|fund|list|drop|release|extend) |put in a (?:good )?word\b|` +
    String.raw`(?:keep an eye on|keep watch on|monitor|watch|surveille[rz]?|garde[rz]? (?:un|l) oeil sur) (?:the|that|this|every|all|le|la|les|l|ce|cet|cette|nos|mon|notre)\b.{1,60}\b(?:tell|let|alert|warn|notify|ping|avertis(?:sez)?|alerte[rz]?|prev(?:iens|enez)) |` +
    String.raw`(?:have|take) a (?:\w{1,20} )?look (?:at|over|through|into) (?:my|our|the attached|this)\b|` +
    String.raw`(?:e ?mail|mail|write to|write|ring|phone|message) (?:\w{1,20} ){0,6}and (?:ask|tell|say|request|inform|let)\b|` +
    String.raw`(?:reserve|book|block|hold|grab) (?:an?|the|two|three|some) (?:\w{1,20} ){0,3}(?:slot|seat|seats|place|places|room|rooms|table|tickets?|booth|stand|meeting)\b|` +
    String.raw`(?:prolonge[rz]?|repousse[rz]?|reporte[rz]?|avance[rz]?|bloque[rz]?|retiens|retenez|ajoute[rz]?|pousse[rz]?|place[rz]?|valide[rz]?|approuve[rz]?|accorde[rz]?|ouvre[rz]?|ouvrir|modifie[rz]?|adapte[rz]?|rectifie[rz]?|complete[rz]?|arrange[rz]?|glisse[rz]?) (?:d \w+ \w+ |moi |nous )?(?:mon|ma|mes|notre|nos|un|une) (?:\w{1,20} ){0,2}(?:place|places|siege|billets?|table|chambre|echeance|delai|dossier|demande|projet|logo|nom|profil|firme|entreprise|societe|budget|fichier|texte|reclamation|paiement|facture|stand|kiosque|rendez)\b|` +
    String.raw`(?:reserve[rz]?|retiens|retenez|bloque[rz]?) (?:une|un|deux|trois|quatre|des) (?:\w{1,20} )?(?:places?|billets?|chambres?|sieges?|tables?|nuits?|vols?|creneaux?)\b|` +
    String.raw`(?:jette|jetez) un (?:\w{1,20} )?(?:oeil|œil|coup)\b|` +
    String.raw`(?:depose[rz]?|porte[rz]?|introdui[srtez]{1,3}) (?:une|la|notre|ma) (?:plainte|reclamation|objection|contestation)\b` +
    `)`,
);

/** Said of the guide's own knowledge of the asker's file. */
const ownFile =
  /^(?:please |pls )?(?:(?:can|could) you )?(?:confirm|assure me|tell my bank|certify|say|write)\b.{0,60}\b(?:has|have) (?:already )?(?:approved|accepted|selected|received|paid|signed off|cleared|granted)\b.{0,20}\b(?:my|our)\b|^(?:(?:peux tu|pouvez vous) )?confirme[rz]?\b.{0,60}\b(?:a|ont) (?:bien |deja )?(?:approuve|accepte|retenu|recu|paye|choisi|valide)\b.{0,20}\b(?:mon|ma|mes|notre|nos)\b/;

function asksToAct(phrase: string): boolean {
  return [askedOfGuide, forAsker, onDesk, askedInFrench, orders, ownFile].some((form) => form.test(phrase));
}

const whether = /^(?:(?:and|so|but|ok|well|then|honestly) )?(?:is|are|will|won t|could|might)\b/;
const toCome =
  /\b(?:going to|gonna|about to|bound to|set to|poised to|planning to|ready to|likely to|end up|will|won t)\b/;
const mightBe = /^(?:and |so |but )?(?:could|might)\b/;
const later =
  /\b(?:next (?:year|month|week|spring|summer|autumn|fall|winter|decade|budget|election|time)|(?:this|before|by|after|at|around|come) (?:the )?(?:spring|summer|autumn|fall|winter|christmas|easter|elections?|end of the (?:year|decade))|(?:in|within) (?:a few|the next few|the coming|the next|a couple of|two|three|four|five|ten|twenty|\d{1,2}) (?:\w{1,20} )?(?:years?|months?|decades?)|years from now|(?:some|one) day|eventually|any ?time soon|soon|tomorrow|any more years)\b/;
/** What somebody has published a date for. */
const scheduled =
  /\b(?:summit|fair|event|conference|call|calls|deadline|registration|webinar|matchmaking|mission|edition|partner country|funding (?:end|ends|run|runs|stop)|run out|expire|apply|join|need|have to|be able to|we|i|my|our|us)\b/;
const guesses: readonly RegExp[] = [
  /\b(?:(?:do|would|did) you|d you|you) (?:reckon|foresee|expect)\b/,
  /\byour (?:bet|hunch|gut)\b/,
  /\bany (?:guess|guesses|bets|hunch)\b/,
  /\b(?:safe|good) bet\b/,
  /\bwhere do you see\b/,
  /\b(?:are we|am i|will we|will i) (?:going to |gonna )?(?:get|win) (?:the|that|our) (?:money|grant|funding|cash|nod|green light)$/,
  /\bwhen will \w+ (?:\w{1,20} ){0,2}(?:finally|ever|at (?:long )?last|get round|get around|come round)\b/,
  /^(?:is|are) (?:\w{1,20} ){1,4}likely to\b/,
  /\bwhat will (?:\w{1,20} ){1,8}be (?:worth )?in 20\d\d\b/,
];

const laterInFrench =
  /\b(?:an|annee|mois|semaine|printemps|ete|automne|hiver|decennie|budget) prochaine?s?\b|\bprochaine? (?:annee|mois|budget|decennie|ete|hiver)\b|\b(?:au|avant le|d ici le|d ici au) printemps\b|\b(?:cet|avant l|d ici l|a l) (?:ete|automne|hiver)\b|\b(?:a|avant|d ici) (?:noel|paques)\b|\b(?:dans|d ici) (?:quelques|deux|trois|quatre|cinq|dix|vingt|\d{1,2}) (?:ans|annees|mois)\b|\b(?:un jour|bientot|demain)\b/;
const toComeInFrench =
  /\b(?:va|vont) (?:t )?(?:il|elle|on|ils|elles)\b|\b(?:va|vont) (?!t )\w+(?:er|ir|re)\b|\b\w{2,20}(?:era|eront|ira|iront|dra|dront|tra|tront|vra|vront|urra|urront|sera|seront|aura|auront)\b/;
const guessesInFrench =
  /\b(?:d apres|selon) (?:toi|vous)\b|\b(?:finira|finiront|finirait) (?:(?:t )?(?:il|elle|ils|elles) )?par\b|\bva (?:t (?:il|elle) )?finir par\b|\b(?:ton|votre) (?:pari|pronostic|intuition)\b|\bon parie\b|\bpronostic\b/;
const scheduledInFrench =
  /\b(?:sommet|foire|salon|evenement|appels?|echeance|date limite|webinaire|edition|mission|je|j|nous|notre|nos|mon|ma|mes|on|prend fin|finance\w*)\b/;

function asksToForetell(phrase: string): boolean {
  return (
    guesses.some((form) => form.test(phrase)) ||
    guessesInFrench.test(phrase) ||
    (whether.test(phrase) &&
      (toCome.test(phrase) || mightBe.test(phrase)) &&
      later.test(phrase) &&
      !scheduled.test(phrase)) ||
    (toComeInFrench.test(phrase) && laterInFrench.test(phrase) && !scheduledInFrench.test(phrase))
  );
}

/** Of persons; "who is bigger" may be asked of bodies. */
const judged = `better|worse|smarter|nicer|easier|tougher|kinder|funnier|cleverer|wiser|braver|friendlier|more (?:honest|competent|capable|likeable|likable|effective|charismatic|credible|sincere|reliable|serious|convincing|gifted|popular|corrupt|arrogant|helpful)`;
const judges: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:is|was|are|were) (?:\w{1,20} ){1,4}(?!better|worse|easier|more (?:effective|popular|reliable|serious))(?:${judged}) than\b`,
  ),
  /\b(?:est|etait) (?:t )?(?:il|elle) (?:plus|moins|aussi) (?!grand|gros|riche|ancien|recent|petit|cher|eleve|bas|haut|faible|fort|long|court|large|lent|rapide|strict|facile|difficile)\w+ que\b/,
  /\b(?:boss(?:es)?|ceos?|leaders?|ministers?|chiefs?|chairs?|presidents?)\b.{0,20}\b(?:is|was|are) the (?:most|least) \w+/,
  /\b(?:pdg|ministres?|dirigeante?s?|patrons?|patronnes?|presidente?s?)\b.{0,20}\b(?:est|sont) (?:la |le |les )?(?:plus|moins) (?!grand|gros|riche|ancien|recent|petit|vieux|vieille|jeune)\w+/,
  /\bany good(?:$| (?:to|at|as)\b)/,
  /\b(?:are you|es tu|etes vous|you re) (?:for or against|pour ou contre)\b/,
  /\b(?:good|bad|raw|rotten|lousy|fair) (?:deal|bargain) for\b/,
  new RegExp(
    String.raw`\bwho (?:(?:is|was|s|are|were|did|does|do|would|made|makes|has|had) )(?:\w{1,20} ){0,5}(?:${judged})\b`,
  ),
  new RegExp(
    String.raw`\b(?:which|what) (?:\w{1,20} ){0,2}(?:minister|ceo|leader|boss|president|chair|commissioner|negotiator|chief) (?:\w{1,20} ){0,5}(?:${judged}|more for|best|worst)\b`,
  ),
  new RegExp(
    String.raw`\b(?:is|was|are|were) (?:\w{1,20} ){1,4}(?:an? )?(?:${judged}) (?:\w{1,20} ){0,3}(?:minister|ceo|leader|boss|president|chair|commissioner|negotiator|chief)\b`,
  ),
  /\b(?:is|was|are|were) (?:\w{1,20} ){1,4}an? (?:more|less) (?!recent|senior|junior)\w{2,20} (?:\w{1,20} )?(?:minister|ceo|leader|boss|president|chair|commissioner|negotiator|chief)\b/,
  /\bin your (?:eyes|book|judgement|judgment)\b/,
  /\b(?:more|less) \w+ to (?:work|deal) with\b/,
  /\beasier to (?:work|deal|get along) with\b/,
  /\bqui (?:est|etait|fut|serait|a ete) (?:le |la )?(?:plus|moins|meilleure?|pire) (?!grand|gros|riche|ancien|recent|petit|vieux|vieille|jeune|proche|important|avance|loin)/,
  /\b(?:lequel|laquelle) (?:est|etait|des deux est) (?:le |la )?(?:plus|moins) (?:competente?|sympa\w*|intelligente?|honnete|gentille?|efficace|credible|serieu\w+|fiable|charismatique|drole|doue\w*|malin|aimable)\b/,
  /\b(?:meilleure?|pire) (?:ministre|pdg|patronne?|president|presidente|negociat\w+|commissaire|chef|cheffe|dirigeante?)\b/,
];

function asksToJudge(phrase: string): boolean {
  return judges.some((form) => form.test(phrase));
}

/** Between it and its verb stands who is asked after; « a-t-elle » comes behind the name. */
const opensFact = new Set('does do did has have had is was a est ont que'.split(' '));
const before = new Set('the our my your that this ce que le la l notre mon ma une un jeune'.split(' '));
/** Who is no firm of the asker's own. */
const others = new Set(
  'competitor competitors rival rivals neighbour neighbours neighbor supplier customer client partner contractor concurrent concurrente rivale voisin voisine fournisseur cliente partenaire'.split(
    ' ',
  ),
);
const firms = new Set(
  'firm company startup business corporation societe compagnie entreprise firme pme pousse'.split(' '),
);
const own = new Set('our my notre mon ma'.split(' '));
const ofPersons = new Set(
  'president minister prime premier chancellor senator mr mrs ms dr king queen pope ministre madame monsieur'.split(
    ' ',
  ),
);
const deals =
  /\b(?:owes?|gets?|got|gotten|receives?|received|pay|pays(?! bas)|paid|apply|applied|uses?|used|wins?|won|joined|members?|belongs?|registered|exports?|exported|sells?|sold|ships?|shipped|kicked|bankrupt|buys?|bought|funded|funding|backed|doit|recu|recoit|touche|paye|verse|membre|inscrite?|enregistree?|utilise|gagne|exporte|vend|vendu|rembourse|exclue?|faillite|finance[es]?)\b/;
const shortestName = 3;
/** The words before an auxiliary: "how much has …". */
const mostBefore = 4;

/** "Our rival Zentrax", « la société Zentrax » : what is written with a capital letter is a name and no slip. */
export function isNameOfFirm({
  text,
  words,
  at,
}: {
  text: string;
  words: readonly Word[];
  at: number;
}): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before || !(others.has(before.folded) || firms.has(before.folded))) return false;
  return /^\p{Lu}\p{Ll}/u.test(text.slice(word.start));
}

/** "Does our rival Zentrax owe NGen money?": nothing is known of a firm that no content names. */
function asksOfStranger({ text, words, mentions }: Understanding, known: (word: Word) => boolean): boolean {
  const phrase = phraseOf(words);
  // Where all is in capitals, they mark no name, whatever was written out in small letters.
  const small = words.filter(({ start }) => /^\p{Ll}/u.test(text.slice(start)));
  if (small.length * 2 < words.length) return false;
  const isCapital = ({ start }: Word) => /^\p{Lu}/u.test(text.slice(start));
  const opens = words.findIndex(({ folded }, at) => at <= mostBefore && opensFact.has(folded));
  // « Zentrax est-elle membre ? »: the name comes first.
  const inverted = /\b(?:a|est|ont|sont|doit) (?:t )?(?:il|elle|ils|elles)\b/.test(phrase);
  let at = inverted ? Number(/^(?:combien|quand|pourquoi|comment|et|mais)\b/.test(phrase)) : opens + 1;
  if (at === 0 && !inverted) return false;
  let ofAsker = false;
  let relation: 'other' | 'firm' | undefined;
  for (; at < words.length; at++) {
    const { folded } = words[at]!;
    if (own.has(folded)) ofAsker = true;
    if (others.has(folded)) relation = 'other';
    else if (firms.has(folded)) relation ??= 'firm';
    else if (!before.has(folded) && folded !== 's') break;
  }
  const name: Word[] = [];
  for (; at < words.length && isCapital(words[at]!); at++) name.push(words[at]!);
  if (name.length === 0 || (ofAsker && relation !== 'other') || ofPersons.has(name[0]!.folded)) return false;
  // "Robotics" in a name is a field besides.
  const isOurs = (word: Word) =>
    isEuropean(word) ||
    mentions.some(
      ({ kind, start, end }) =>
        (kind === 'entry' || kind === 'province') && words.slice(start, end).includes(word),
    );
  if (name.some(isOurs)) return false;
  const isUnknown = (word: Word) =>
    word.folded.length >= shortestName && !isGrammar(word.folded) && !known(word);
  return name.some(isUnknown) && (relation !== undefined || (name.length > 1 && deals.test(phrase)));
}
