/** French verbs in forms of the present and the imperfect whose stems differ from those of their infinitives. */
import { fold } from '../knowledge/fold.ts';
import { everydayWords } from './everyday-words.ts';

/** What is done in our field, beside the verbs of everyday speech. */
const ofOurField =
  'accéder accorder acheter adhérer affecter aider améliorer annoncer appartenir appliquer approuver approvisionner attribuer augmenter autoriser bénéficier bloquer bâtir breveter chapeauter cofinancer contenir cotiser défrayer détenir devenir écrire élargir enrichir épauler garantir interdire intervenir maintenir parrainer provenir reprendre retenir calculer certifier chiffrer choisir collaborer commercialiser commercer compter concevoir conclure conduire confier consacrer construire consulter contribuer coopérer coûter couvrir créer critiquer cultiver déclarer dédouaner dépasser dépenser détacher développer diriger distribuer élever embaucher emballer employer encourager engager entraîner entreprendre entrer envoyer éliminer éviter exiger expédier exploiter exporter fabriquer facturer faciliter favoriser financer fonctionner fonder former fournir générer gérer grandir habiter héberger importer imposer innover inscrire installer intégrer interdire investir inviter jumeler lancer libérer livrer loger maintenir mener moderniser mobiliser négocier nommer obtenir octroyer offrir organiser ouvrir pêcher paraître participer payer peser piloter postuler présenter présider prêter produire profiter promettre promouvoir proposer protéger publier ratifier rapporter rassembler réaliser recevoir recommander récolter reconnaître recruter réduire réglementer regrouper rejeter rejoindre relever rembourser remplacer rencontrer renouveler répartir représenter réserver respecter résoudre retirer réunir réussir siéger signer soumettre soutenir subventionner supprimer surveiller taxer tester toucher traiter transférer transformer transporter travailler trouver unir vendre verser viser voter';

/** Nouns and adjectives that only look like such forms. */
const others = new Set(['agent', 'avions', 'chez', 'different', 'president', 'saisons']);

/** The imperfect has the root of « nous »: « prenait », « offraient ». */
const form = /^(\p{L}{2,30}?)(?:ons|ez|ai[st]|aient|ent)$/u;
const endings = ['er', 're', 'ir', 'oir'];
/** The root of the form → that of the infinitive: « appartient », « fournissent », « reçoivent ». */
const irregular: readonly (readonly [RegExp, string])[] = [
  [/(t|v)i(?:enn)?$/, '$1en'],
  [/prenn?$/, 'prend'],
  [/ecoiv$/, 'ecev'],
  [/([ai])iss$/, '$1it'],
  [/iss$/, 'i'],
  [/ui[st]$/, 'ui'],
  [/crivi?v?$/, 'cri'],
  [/(d|l)is$/, '$1i'],
  [/olv$/, 'oud'],
];
/** After a root that keeps its vowel only the ending of the infinitive is left: « fourni-r », « condui-re ». */
const shortEndings = ['r', 're'];

/** Folded infinitive → as it is written; made when the first such form comes. */
let verbs: ReadonlyMap<string, string> | undefined;

/**
 * « Vendons », « créent », "siegent": the infinitive, accents included.
 *
 * @param surface one word, lower case, with or without its accents
 * @returns undefined where it is no such form of a verb that we know: « argent », « maisons »
 */
export function infinitiveOf(surface: string): string | undefined {
  const root = form.exec(surface)?.[1];
  if (root === undefined || others.has(fold(surface))) return undefined;
  verbs ??= new Map(
    [...everydayWords.fr, ...ofOurField.split(' ')]
      .filter((word) => /(?:er|re|ir)$/u.test(word))
      .map((word) => [fold(word), word]),
  );
  const folded = fold(root);
  // « Emploient », « envoient ».
  const roots = folded.endsWith('i') ? [folded, `${folded.slice(0, -1)}y`] : [folded];
  for (const start of roots) {
    for (const ending of endings) {
      const verb = verbs.get(start + ending);
      if (verb !== undefined) return verb;
    }
  }
  for (const [plural, start] of irregular) {
    if (!plural.test(folded)) continue;
    const changed = folded.replace(plural, start);
    for (const ending of [...shortEndings, ...endings]) {
      const verb = verbs.get(changed + ending);
      if (verb !== undefined) return verb;
    }
  }
  return undefined;
}
