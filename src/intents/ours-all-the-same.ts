/**
 * What the content tells although it touches a topic that is not covered: whether the other Scale AI is the cluster,
 * and which minister has the clusters.
 */

import { phraseOf } from '../search/analysis.ts';
import type { Candidate, Understanding } from './intent.ts';

interface Ours {
  /** The topic that is not covered. */
  readonly topic: string;
  /** Over the folded words of the question, joined by single spaces; all of them. */
  readonly asked: readonly RegExp[];
  readonly not?: RegExp;
  /** What tells of it, where the search by itself would look for something else. */
  readonly told?: readonly [entry: string, section: string];
}

const ofSession = [
  /\b(?:seances?|sessions?|rencontres? hebdo\w*|office hours|permanence)\b/,
  /\b(?:scale ai|ngen|digital|protein|ocean|grappe|cluster)\b/,
];

const ours: readonly Ours[] = [
  {
    topic: 'scale-ai-inc',
    asked: [
      /\b(?:same|part of|ours?|yours?|linked|related|connected|connection|affiliated|associated|differ\w*|confus\w+|mix\w* up|separate|anything to do|something to do|one and the same|no relation|member of|into|meme|lien|liee?|differen\w+|rapport|distincte?|confond\w*)\b/,
      /\b(?:clusters?|superclusters?|montreal|quebec|canad\w+|yours?|same|grappes?|supergrappes?|meme|not for profit)\b/,
    ],
    not: /\b(?:how much|combien|when|quand|who|qui|why|pourquoi|stake|worth|ceo|jobs?|salar\w+)\b/,
    told: ['scale-ai', 'not-scale-ai-inc'],
  },
  // What goes into a form is asked, not that somebody fills it in.
  {
    topic: 'actions',
    asked: [
      /\b(?:fill(?:ing|s|ed)?|complet(?:e|ing)|rempli\w*|completer)\b/,
      /\b(?:what|which|where|how|quels?|quelles?|ou|comment|que|quoi)\b/,
      /\b(?:declaration|statement|field|form|profile|champ|formulaire|profil)\b/,
    ],
    not: /^(?:please |pls |svp |can you |could you |peux tu |pouvez vous )*(?:fill|complete|remplis|remplissez)\b|\b(?:my|mon|ma|mes|our|notre|nos)\b|\b(?:for|pour) (?:me|us|moi|nous)\b/,
  },
  // When a cluster sees applicants is told, the time of day is not.
  { topic: 'live-data', asked: ofSession },
  { topic: 'everyday', asked: ofSession },
  {
    topic: 'economy-in-general',
    asked: [/\b(?:ceta|aecg|accord|agreement)\b/, /\b(?:gdp|pib)\b/],
    not: /\b(?:what is the|what s the|quel est le) (?:gdp|pib)\b/,
  },
  {
    topic: 'own-case',
    asked: [/\breference number\b/, /\b(?:decision|ruling|recommendation|regulation|agreement)\b/],
    not: /\b(?:my|our|file|application|case|shipment)\b/,
  },
  {
    topic: 'office-holders',
    asked: [
      /\b(?:ministers?|cabinet|politicians?|ministres?)\b/,
      /\b(?:(?:super)?clusters?|hubs?|industry (?:file|portfolio|minister|department|job|post)|innovation|(?:super)?grappes?|portefeuille de l industrie)\b/,
    ],
    not: /\bprime minister|premier ministre\b/,
  },
  // Who a note is for, or who wrote one, is not who is asked about.
  {
    topic: 'office-holders',
    asked: [
      /\b(?:notes?|memos?|brief|briefing|slides?|speech|speeches|reply|letter|report|answer|draft\w*|prepar\w*|discours|lettre|rapport|fiche) (?:\w+ ){0,3}(?:ambassador|mayor|consul|premier|ambassadeur|ambassadrice|maire|mairesse)\b|\b(?:ambassador|mayor|consul)(?: s)? (?:briefing|note|memo|office|speech|asks?|asked|wants?|wanted|needs?|keeps?)\b|\b(?:ambassadeur|ambassadrice|maire|mairesse|consul) (?:demande|veut|voudrait|me demande)\b/,
    ],
    not: /\bwho (?:is|are|was|s)\b|\bqui (?:est|sont)\b/,
  },
  // A stock of investments is no share.
  {
    topic: 'predictions',
    asked: [/\binvest(?:ed|ments?)\b/, /\bstocks?\b/, /\b(?:eu|ue|europe\w*)\b/],
    not: /\b(?:should|will|buy|acheter|dois)\b/,
  },
  // When somebody left is told, not whether somebody should.
  {
    topic: 'personal-data',
    asked: [
      /^(?:and |so |et )?(?:when did|what year did|in what year did|why did|quand|en quelle annee)\b/,
      /\b(?:step(?:ped)? (?:down|aside)|resign\w*|quit|demission\w*|quitte)\b/,
    ],
  },
  {
    topic: 'us-tariffs',
    asked: [
      /\b(?:program\w*|fonds?|funds?|scheme|stream|volet)\b/,
      /\b(?:protein industries|pic)\b/,
      /\b(?:percentage|per ?cent|share|how much|pays?|covers?|pourcentage|combien|part|paie|couvre|rembourse)\b/,
    ],
  },
  // « C'est jouable ou je rêve ? », "their big 2035 dream".
  {
    topic: 'everyday',
    asked: [
      /\b(?:ou (?:je reve|on reve|j hallucine)|or am i dreaming|am i (?:only )?dreaming|(?:2035 (?:dream|reve)|(?:dream|reve) (?:for|of|pour|de) 2035))\b/,
    ],
  },
  // What somebody sells is not what an organization has of it.
  {
    topic: 'inner-workings',
    asked: [
      /\b(?:we|i|nous|on) (?:sell|make|build|produce|manufacture|export|supply|vendons|vend|fabriquons|fabrique|exportons|exporte|produisons)\b/,
      /\b(?:bid\w*|tenders?|contracts?|thresholds?|procurement|duty|duties|tariffs?|marches|appels? d offres|seuils?|droits?)\b/,
    ],
  },
  // Where goods come from, or pass through.
  {
    topic: 'clusters-elsewhere',
    asked: [
      /\b(?:goods|products?|parts|shipments?|cargo|containers?|marchandises?|produits?|pieces)\b/,
      /\b(?:rate|duty|duties|duty free|origin\w*|preferen\w+|ceta|tariffs?|droits?|origine|aecg|taux)\b/,
    ],
  },
  { topic: 'clusters-elsewhere', asked: [/\bmade in canada\b/] },
  // Who from elsewhere works with one of ours.
  {
    topic: 'clusters-elsewhere',
    asked: [
      /\b(?:signed?|sign|memorandum|mou|partner\w*|teamed|teams up|works? with|worked with|signe|signee?|accord|entente|partenaires?|partenariat|collabor\w+)\b/,
      /\b(?:our|ngen|scale ai|protein industries|superclusters?|nos?|notre|supergrappes?)\b/,
      /^(?:and |so |et )?(?:which|what|who|with which|quels?|quelles?|qui|avec)\b/,
    ],
    not: /\b(?:us|americans?|americaine?s?|chin\w+|japan\w*|india\w*|silicon valley|shenzhen|boston)\b/,
  },
  // Which of two of ours pays more is a figure, no opinion.
  {
    topic: 'predictions',
    asked: [
      /\b(?:rates?|fees?|costs?|shares?|refunds?|reimburse\w*|pays?|dues|ceilings?|taux|cotisations?|paie|couts?)\b/,
      /\b(?:ngen|scale ai|digital|protein\w*|ocean)\b.*\b(?:ngen|scale ai|digital|protein\w*|ocean)\b/,
      /\b(?:better|worse|higher|lower|more|less|meilleure?|pire|plus|moins)\b/,
    ],
    not: /\b(?:should|will|would|predict|dois|devrais|va|sera)\b/,
  },
  // "As under NAFTA": what is asked is named before.
  {
    topic: 'usmca',
    asked: [
      /\b(?:ceta|aecg)\b/,
      /\b(?:like|as|unlike|comme|contrairement)\b.{1,40}\b(?:nafta|usmca|cusma|alena|aceum)\b/,
    ],
  },
  // Who wants to be reminded of what is told asks for it.
  {
    topic: 'actions',
    asked: [/\bremind (?:me|us) (?:again )?(?:of|about|what|who|how|when|where|which|why)\b/],
    not: /\b(?:tomorrow|tonight|later|meeting|call|appointment|birthday|monday|tuesday|wednesday|thursday|friday|to)\b/,
  },
  // What somebody prepares.
  {
    topic: 'actions',
    asked: [
      /^(?:for|pour) (?:a|the|my|our|une|la|ma|notre) (?:slide|note|memo|briefing|talk|article|fiche|presentation)\b/,
    ],
    not: /\b(?:write|draft|draw|make|create|design|prepare|translate|send|compose|summari[sz]e|ecris|redige|dessine|fais|prepare|traduis|envoie)\b/,
  },
];

/**
 * @param topic the id of a topic that is not covered
 * @param phrase the folded words of the question
 */
export function isOurs(topic: string, phrase: string): boolean {
  return oursAt(topic, phrase) !== undefined;
}

function oursAt(topic: string, phrase: string): Ours | undefined {
  return ours.find(
    (one) =>
      one.topic === topic && one.asked.every((pattern) => pattern.test(phrase)) && !one.not?.test(phrase),
  );
}

/** Above what the search makes of the words of the topic. */
const sure = 0.97;

/** What tells of it although a topic that is not covered is named. */
export function toldAllTheSame({ words, mentions }: Understanding): Candidate | undefined {
  const phrase = phraseOf(words);
  const topic = mentions.find(({ kind, id }) => kind === 'unsupported' && oursAt(id, phrase)?.told);
  const [entry, section] = (topic && oursAt(topic.id, phrase)?.told) ?? [];
  if (!topic || !entry || !section) return undefined;
  const because = `asks for what ${entry}#${section} tells, not about “${topic.words}”`;
  return { intent: 'section', args: { entry, section }, score: sure, because };
}
