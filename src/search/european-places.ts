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
    'breton bretonne normand normande alsacien alsacienne bavarois bavaroise bavarian catalan catalane provencal lyonnais lyonnaise parisien parisienne tuscan barcelona barcelone valencia bilbao seville malaga stockholm gothenburg goteborg malmo ' +
    'friesland frise groningen groningue brabant gelderland limburg limbourg leiden haarlem arnhem nijmegen maastricht tilburg breda bruges leuven louvain charleroi ' +
    'rhineland rhenanie westphalia westphalie hesse thuringia thuringe swabia souabe dortmund bonn mainz mayence lubeck rostock kassel freiburg fribourg ulm augsburg ' +
    'regensburg karlsruhe mannheim heidelberg bielefeld munster aachen chemnitz magdeburg erfurt potsdam styria styrie tyrol carinthia klagenfurt innsbruck ' +
    'piedmont piemont veneto venetie liguria ligurie umbria ombrie apulia pouilles calabria calabre sardinia sardaigne trento bolzano verona verone padua padoue novara bari palermo catania trieste udine ' +
    'brescia bergamo perugia ancona pisa siena navarra navarre asturias asturies galicia galice aragon murcia murcie extremadura cantabria zaragoza saragosse granada grenade jaen cadiz vigo oviedo gijon ' +
    'santander pamplona alicante douro alentejo algarve azores acores braga coimbra aveiro evora setubal poznan lodz katowice szczecin lublin bydgoszcz rzeszow silesia silesie mazovia pomerania pomeranie ' +
    'moravia moravie bohemia boheme ostrava pilsen olomouc kosice zilina nitra transylvania transylvanie timisoara iasi brasov sibiu constanta plovdiv varna burgas rijeka osijek dalmatia dalmatie maribor celje ' +
    'patras crete heraklion larissa volos limassol larnaca paphos debrecen szeged gyor turku oulu espoo vantaa jyvaskyla uppsala linkoping vasteras umea lulea odense aalborg esbjerg jutland jylland ' +
    'tartu parnu kaunas klaipeda liepaja waterford sligo kilkenny tipperary donegal reims dijon angers brest caen rouen nancy metz limoges annecy clermont avignon nimes perpignan corsica corse auvergne occitanie picardy picardie jura jurassien jurassienne',
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

/** Where nobody has a right from the agreement: America, and what lies in Europe beside the union. */
const elsewhere = wordSet(
  'american americans wisconsin ohio michigan minnesota texas california florida illinois washington oregon idaho montana vermont maine ' +
    'massachusetts connecticut pennsylvania virginia georgia tennessee alabama indiana iowa kansas missouri nebraska nevada utah arizona ' +
    'colorado wyoming kentucky maryland delaware jersey hampshire york chicago boston detroit seattle houston atlanta dallas denver philadelphia buffalo ' +
    'swiss zurich geneva geneve basel bale bern berne lausanne norwegian oslo bergen trondheim stavanger turkish istanbul ankara izmir ' +
    'reykjavik icelandic belgrade serbia serbian serbie kyiv kiev ukrainian moscow russian japanese tokyo chinese wuhan shanghai indian mumbai korean seoul mexican brazilian australian',
);

/** "Europe", "Cyprus", "Irish", "Lyon". */
export function isEuropean(word: Pick<Word, 'folded'>): boolean {
  return names.has(word.folded) || places.has(word.folded) || isOfMemberState(word);
}

/** A member of the EU, its people or its capital. */
export function isGovernment(word: Pick<Word, 'folded'>): boolean {
  return governments.has(word.folded) || isOfMemberState(word);
}

/** "Leeds", "Scotland": of the country that has left the union. */
export function isBritish({ folded }: Pick<Word, 'folded'>): boolean {
  return british.has(folded);
}

/** "Ohio", "Zurich": a place that lies outside of the agreement, on either side of the ocean. */
export function isOutsideEurope({ folded }: Pick<Word, 'folded'>): boolean {
  return elsewhere.has(folded);
}

/** A city or a region on the other side of the ocean: its name is no slip. */
export function isPlaceInEurope({ folded }: Pick<Word, 'folded'>): boolean {
  return places.has(folded) || british.has(folded);
}
