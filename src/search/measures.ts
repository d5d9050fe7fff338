/** Kinds of quantity, by how they are asked for and how they are told. */

/** A kind of quantity that nobody tells by the way. */
export interface Measure {
  /** Over the folded words of a question, joined by single spaces. */
  readonly asked: RegExp;
  /** Over the text of a sentence. */
  readonly told: RegExp;
}

export const measures: readonly Measure[] = [
  {
    asked:
      /\b(?:what|which|how (?:much|big|high|steep|heavy)|s) (?:\w+ ){0,3}(?:fines?|penalt(?:y|ies)|punishment)\b|\b(?:quelles?|combien) (?:\w+ ){0,2}(?:amendes?|penalites?|contraventions?|sanctions?)\b/,
    told: /\b(?:fine[sd]?|penalt|punish|amende|pénalit|sanction)/i,
  },
  { asked: /\b(?:rent|lease|loyers?|(?:le|un|du|son) bail)\b/, told: /\b(?:rent|lease|loyer|bail)\b/i },
  {
    asked: /\binterest (?:rates?|does|is|on)\b|\binterets? (?:de retard|sur|a payer)\b|\btaux d interet\b/,
    told: /\binterest (?:rate|on)\b|\bintérêts? (?:de|sur)|taux d['’]intérêt/i,
  },
  {
    asked: /\b(?:turnout|abstention|taux de participation)\b/,
    told: /\b(?:turnout|abst[ae]n|participa)/i,
  },
  {
    asked:
      /\bhow (?:heavy|tall|hot|cold|warm|thick|wide)\b|\b(?:weigh|weighs|weight|temperature|pese|pesent|poids)\b|\b(?:average|mean) (?:size|length|height)\b|\b(?:taille|longueur|hauteur) moyenne\b/,
    told: /\b(?:weigh|pès|poids|temperature|température|height|hauteur)|°|\b(?:kg|cm)\b/i,
  },
  {
    asked:
      /\bhow much (?:sugar|fat|salt|alcohol|calcium|iron|fibre|fiber|water) (?:is|are|does|do)\b|\b(?:sugar|fat|alcohol) content\b|\bcombien de (?:sucre|gras|sel|alcool|eau) (?:contient|contiennent|y a)\b|\bshelf life\b|\bse conserve(?:nt)?\b/,
    told: /\bgram(?:me)?s?\b|shelf life|conserv/i,
  },
  {
    asked:
      /\b(?:at|to|from|a) (?:what|which|quelle) (?:depth|speed|distance|pressure|altitude|profondeur|vitesse|pression)\b|^(?!.*\b(?:money|pot|kitty|purse|pockets?|funds?|funding|envelope|budget)\b).*\bhow deep\b/,
    told: /\b(?:met(?:re|er)s?|mètres?|kilomet|kilomèt|km|knots|nœuds|depth|speed|profondeur|vitesse)\b/i,
  },
  {
    asked: /\b(?:population|inhabitants|habitants)\b|\bhow many people live\b/,
    told: /\b(?:population|inhabitants|habitants)\b/i,
  },
  {
    asked: /\b(?:unemployment|jobless|chomage|minimum wage|salaire minimum)\b/,
    told: /\b(?:unemploy|jobless|chômage|wage|salaire)/i,
  },
  { asked: /\b(?:bonus|bonuses|primes? (?:de|du|d))\b/, told: /\b(?:bonus|prime)/i },
  {
    asked: /\b(?:insure|insurance premium|premiums?|assurer|prime d assurance)\b/,
    told: /\b(?:insur|premium|assur)/i,
  },
];
