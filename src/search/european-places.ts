/** What places in the European Union are called, beside the names of its members: its regions and cities. */
import { isOfMemberState } from './actors.ts';
import type { Word } from './analysis.ts';

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** In both languages, folded; the union itself among them. */
const names = wordSet('eu ue europe european europeans europeen europeenne europeens europeennes');
const places = wordSet(
  'holland hollande bavaria baviere flanders flandre tuscany toscane catalonia catalogne andalusia andalousie brittany bretagne ' +
    'normandy normandie provence burgundy bourgogne alsace saxony saxe sicily sicile lombardy lombardie ' +
    'vienna vienne graz linz salzburg salzbourg brussels bruxelles antwerp anvers ghent gand liege sofia zagreb prague brno ' +
    'copenhagen copenhague aarhus tallinn helsinki tampere paris lyon marseille bordeaux lille nantes toulouse strasbourg grenoble ' +
    'rennes montpellier havre berlin hamburg hambourg munich munchen cologne koln frankfurt francfort stuttgart dusseldorf leipzig ' +
    'dresden dresde bremen breme nuremberg hanover hanovre athens athenes thessaloniki budapest dublin cork galway limerick ' +
    'rome milan turin naples bologna bologne florence genoa genes venice venise riga vilnius amsterdam rotterdam eindhoven utrecht ' +
    'warsaw varsovie krakow cracovie gdansk wroclaw lisbon lisbonne porto bucharest bucarest cluj bratislava ljubljana madrid ' +
    'breton bretonne normand normande alsacien alsacienne bavarois bavaroise bavarian catalan catalane provencal lyonnais lyonnaise parisien parisienne tuscan barcelona barcelone valencia bilbao seville malaga stockholm gothenburg goteborg malmo',
);
/** "Athens is waiting", "the Greeks said no": what stands for a member and is no name of it. */
const governments = wordSet(
  'vienna vienne sofia zagreb prague copenhagen copenhague tallinn helsinki paris berlin athens athenes budapest dublin rome riga vilnius ' +
    'warsaw varsovie lisbon lisbonne bucharest bucarest bratislava ljubljana madrid stockholm nicosia nicosie valletta namur holland hollande ' +
    'wallonia wallonie walloons wallons danes danois finns poles spaniards swedes dutch dutchmen frenchmen hollandais',
);
/** Left out of the union. */
const british = wordSet(
  'manchester liverpool birmingham leeds sheffield glasgow edinburgh edimbourg belfast cardiff bristol newcastle nottingham scotland ecosse wales',
);

/** "Europe", "Cyprus", "Irish", "Lyon". */
export function isEuropean(word: Pick<Word, 'folded'>): boolean {
  return names.has(word.folded) || places.has(word.folded) || isOfMemberState(word);
}

/** A member of the EU, its people or its capital. */
export function isGovernment(word: Pick<Word, 'folded'>): boolean {
  return governments.has(word.folded) || isOfMemberState(word);
}

/** A city or a region on the other side of the ocean: its name is no slip. */
export function isPlaceInEurope({ folded }: Pick<Word, 'folded'>): boolean {
  return places.has(folded) || british.has(folded);
}
