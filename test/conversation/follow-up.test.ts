import { describe, expect, it } from 'vitest';
import { toText } from '../../src/cards/text.ts';
import { askReal } from '../support/real-content.ts';

describe('follow-ups', () => {
  it.each([
    [['Who leads Scale AI?', 'and NGen?'], /Myers/],
    [['What does Protein Industries Canada do?', 'where is it based?'], /Regina/],
    [['What does Protein Industries Canada do?', 'who leads it?', 'and where is it?'], /Regina/],
    [['Is CETA in force?', 'when was it signed?'], /30 October 2016/],
    [['How can I join NGen?', 'what about Ocean?'], /Ocean/],
    [['How much money did Ocean get?', 'and Digital?'], /298/],
    [['Ocean supercluster', 'website?'], /oceansupercluster\.ca/],
    [['Compare NGen and Ocean', 'and DIGITAL?'], /Hamilton[\s\S]*Vancouver/],
    [['What does NGen do?', 'thanks!', 'where is it based?'], /Hamilton/],
    [['What are the five superclusters?', 'who leads them?'], /Myers[\s\S]*Billot/],
    [['Who signed CETA?', 'in which city?'], /Brussels/],
    [['Qui a signé l’AECG ?', 'dans quelle ville ?'], /Bruxelles/],
    [['Qui dirige Scale AI ?', 'et NGen ?'], /Myers/],
    [['Que fait NGen ?', 'où est son siège ?'], /Hamilton/],
    [['Qui dirige la Supergrappe des océans ?', 'et son site web ?'], /oceansupercluster\.ca/],
    [['Quelle supergrappe est installée au Québec ?', 'et en Ontario ?'], /^\S.{0,80}NGen/],
    [['Which cluster got the most federal money?', 'the last of the five?'], /Ocean Supercluster comes last/],
    [['Which cluster got the most federal money?', 'and who comes last?'], /Ocean Supercluster comes last/],
    [['Who leads NGen?', 'Scale AI, though?'], /Billot/],
    [['Who can join the Ocean Supercluster?', 'only companies?'], /Associates/],
    [['What did Scale AI announce in December 2025?', 'drop me some company names'], /Bombardier/],
    [['Qui a mené la candidature de Scale AI ?', 'cite-moi quelques membres connus'], /Air Canada/],
    [['What happened in Cyprus?', 'over what?'], /^(?:(?!Which countries)[\s\S])*halloumi/],
    [['Le projet Ocean Aware, c’est quoi ?', 'qui pilote ?'], /Innovasea/],
    [['Is McCain in a Scale AI project?', 'budget?'], /35\.9/],
    [['Merit Functional Foods a un projet avec Protein Industries ?', 'ils sont situés où ?'], /Winnipeg/],
    [['When were the winning superclusters announced?', 'in which building was that'], /Museum/],
    [['How many clusters had a profile on the ECCP in 2022?', 'of which from the EU?'], /1,091/],
    [
      ['What does membership of Protein Industries Canada cost?', 'which one is free then'],
      /NGen[\s\S]*free/,
    ],
    [['What share of costs does DIGITAL cover?', 'so who pays least'], /^Cost share: NGen comes last/],
    [
      ['Which supercluster expected the most jobs in 2018?', 'bottom of that list?'],
      /Ocean Supercluster comes last/,
    ],
    [['Combien coûte l’adhésion à NGen ?', 'chez Protein Industries c’est combien ?'], /500/],
    [['Who’s the CEO of NGen?', 'his previous job?'], /Manufacturers/],
    [['What are the CETA procurement thresholds from 2026?', 'construction works?'], /9\.2 million/],
    [['How much was EU–Canada trade worth in 2023?', 'and the year after?'], /161\.9/],
    [['Qui est PDG de DIGITAL ?', 'depuis quand ?', 'et à Scale AI ?'], /Billot/],
    [['Le Sénat français a-t-il voté sur l’AECG ?', 'quel résultat ?'], /211/],
    [['Quel droit l’UE prenait-elle sur le sirop d’érable ?', 'et les canneberges ?'], /17,6/],
    [['Qui a signé l’AECG pour le Canada ?', 'et côté européen ?'], /Tusk/],
    [['Did the French Senate approve CETA?', 'what about Cyprus?'], /halloumi/],
    [
      ['Qui était le ministre au lancement des supergrappes ?', 'et lors du renouvellement de 2023 ?'],
      /Champagne/,
    ],
    [['Où s’est tenue la conférence européenne des clusters de 2022 ?', 'et la suivante ?'], /2024/],
    [['Where was the European cluster conference of 2022?', 'and the next one?'], /2024/],
    [['Do I need a REX number?', 'from which amount?'], /6,000/],
    [['Les architectes européens sont-ils reconnus au Canada ?', 'qui a adopté ça ?'], /1\/2024/],
    [['Which country was the partner at Hannover Messe 2025?', 'how many people did they send?'], /1,800/],
  ])('%j', (questions, says) => {
    const reply = askReal(questions);
    expect(reply.answered, reply.explanation.decision).toBe(true);
    expect(toText(reply.card, { only: 'answer' })).toMatch(says);
  });

  it.each([
    [['Who leads NGen?', 'what is the ECCP?'], 'eccp'],
    [['Who leads NGen?', 'Where is the Ocean Supercluster based?'], 'ocean'],
    [['Who leads NGen?', 'Ocean'], 'ocean'],
    [['Is CETA in force?', 'which supercluster is for shipbuilders?'], 'ocean'],
  ])('a question complete by itself does not inherit: %j', (questions, entry) => {
    expect(askReal(questions).entries.map((id) => id.split('#')[0])).toContain(entry);
  });

  it('a greeting in between does not lose the thread of the language', () => {
    expect(askReal(['Qui dirige NGen ?', 'Scale AI']).language).toBe('fr');
  });

  it('tells in the explanation what was inherited', () => {
    expect(askReal(['What does NGen do?', 'where is it based?']).explanation.inherited).toEqual(['ngen']);
  });

  it('is about what the command is about, unless the question names something else', async () => {
    const { realConversation, today } = await import('../support/real-content.ts');
    const ask = (text: string) => realConversation.ask({ text, now: today, turns: [], about: 'ceta' });
    expect(ask('when was it signed?').entries).toContain('ceta');
    expect(ask('rules of origin').entries[0]).toMatch(/^ceta-rules-of-origin/);
    expect(ask('').entries[0]).toMatch(/^ceta/);
    const turns = [askReal('Who leads NGen?').turn];
    const scoped = realConversation.ask({ text: 'when was it signed?', now: today, turns, about: 'ceta' });
    expect(scoped.entries).toContain('ceta');
    expect(ask('who leads NGen?').entries[0]).toMatch(/^ngen/);
  });

  it.each([
    [['Who leads NGen?', 'since when?'], /since the launch in 2018/],
    [['Who is the boss of the Ocean Supercluster?', 'since when'], /October 2018/],
    [['What is NGen?', 'since when?'], /13 November 2018/],
    [['Qui dirige Scale AI ?', 'depuis quand ?'], /janvier 2019/],
    [['Combien de pays ont ratifié l’AECG ?', 'lesquels ?'], /Autriche/],
    [['How many bids were on the shortlist?', 'name them'], /CLEER|nine bids/],
  ])('a bare question asks more of what was asked: %j', (questions, says) => {
    expect(toText(askReal(questions).card, { only: 'answer' })).toMatch(says);
  });

  it.each([
    [['What is the beef quota?', 'what about cheese?'], /17,700 tonnes/],
    [['Quel est le contingent de fromage ?', 'et pour le bœuf ?'], /35\s000\stonnes/],
    [['What is the federal procurement threshold?', 'and for construction?'], /9\.2 million/],
  ])('another field takes the place of the earlier one: %j', (questions, says) => {
    expect(toText(askReal(questions).card, { only: 'answer' })).toMatch(says);
  });

  it.each([
    [['Who leads NGen?', 'and the other clusters?'], 'leader', 5],
    [['Where is Ocean based?', 'and the others'], 'headquarters', 5],
    [['Combien NGen a-t-elle reçu ?', 'et les quatre autres grappes ?'], 'funding', 5],
    [['How many jobs will Protein create?', 'compared to NGen'], 'expected-jobs', 2],
    [['Quelle est la cotisation de Protein ?', 'par rapport à NGen ?'], 'membership-fee', 2],
  ])('the others are set beside the one that was shown: %j', (questions, attribute, count) => {
    const { intent, turn } = askReal(questions);
    expect(intent).toBe('compare');
    expect(turn.args.attributes).toBe(attribute);
    expect(turn.args.entries?.split(',')).toHaveLength(count);
  });

  it.each([
    [['When did DIGITAL start?', 'and Protein?', 'which was first?'], 'digital,protein', 'start-date'],
    [
      ['Combien de membres a Ocean ?', 'et Scale AI ?', 'laquelle en a le plus ?'],
      'ocean,scale-ai',
      'members',
    ],
  ])('which of the two is asked of the two that were asked about: %j', (questions, entries, attributes) => {
    expect(askReal(questions).turn.args).toEqual({ entries, attributes });
  });

  it.each([
    [['Which cluster has the most members?', 'and the fewest?'], { attributes: 'members', order: 'least' }],
    [['Which cluster has the most members?', 'second place?'], { attributes: 'members' }],
    [['Who got the most in 2018?', 'and in 2023?'], { attributes: 'renewal' }],
    [['How much money did all clusters get in total?', 'per cluster'], { attributes: 'funding' }],
  ])('a comparison is weighed anew: %j', (questions, args) => {
    expect(askReal(questions).turn.args).toEqual({ entries: 'digital,protein,ngen,scale-ai,ocean', ...args });
  });

  it.each([
    [['Je fabrique des drones à Halifax', 'quelle grappe ?'], 'ocean'],
    [['I grow lentils in Saskatchewan', 'who can help me?'], 'protein'],
    [['I run a robotics firm', 'so which cluster?'], 'ngen'],
  ])('the cluster is looked for by what was said before: %j', (questions, entry) => {
    const { intent, entries } = askReal(questions);
    expect(intent).toBe('find');
    expect(entries).toContain(entry);
  });

  it('what the others do is told by the list of all', () => {
    expect(askReal(['What does NGen do?', 'and the others?']).intent).toBe('list');
    expect(askReal(['Who leads NGen?', 'that’s all']).intent).not.toBe('compare');
  });

  it.each([
    [['What are the five clusters?', 'which one is in the Prairies?'], 'protein'],
    [['What are the five clusters?', 'which of them does fish?'], 'ocean'],
    [['Quelles sont les cinq grappes ?', 'laquelle est au Québec ?'], 'scale-ai'],
    [['What is NGen?', 'which cluster is in Atlantic Canada?'], 'ocean'],
  ])('“which one” is one of all that were shown: %j', (questions, entry) => {
    const { intent, entries } = askReal(questions);
    expect(intent).toBe('find');
    expect(entries).toEqual([entry]);
  });
});

describe('a phrase without a verb narrows the question before', () => {
  it.each([
    [
      ['What did the 2025 evaluation of CETA find?', 'for small firms'],
      /^What did the 2025 .* for small firms$/i,
    ],
    [['conditions for funding', 'at Protein'], /^at Protein conditions for funding$/i],
    [
      ['Comment s’inscrire à l’ECCP ?', 'pour une grappe canadienne'],
      /^Comment .* pour une grappe canadienne$/i,
    ],
  ])('%j', (questions, meaning) => {
    const reply = askReal(questions);
    expect(reply.turn.meaning).toMatch(meaning);
    expect(reply.answered).toBe(true);
  });
});

describe('what is said beside the questions', () => {
  it.each([
    [['Who leads NGen?', 'thanks', 'and Ocean?'], /MacDonald/],
    [['Who leads NGen?', 'no, I meant Ocean'], /MacDonald/],
    [['Who leads NGen?', 'sorry, Scale AI'], /Billot/],
    [['Qui dirige NGen ?', 'pardon, Ocean'], /MacDonald/],
    [['Qui dirige NGen ?', 'non, je voulais dire Scale AI'], /Billot/],
  ])('leaves the question that was asked: %j', (questions, says) => {
    expect(toText(askReal(questions).card, { only: 'answer' })).toMatch(says);
  });
});

describe('what “it” stands for', () => {
  const says = (questions: readonly string[]) => toText(askReal(questions).card, { only: 'answer' });

  it.each([
    [['What is Eurostars?', 'who can apply?'], 'glossary-trade#eureka-eurostars'],
    [['What is EUCLES?', 'where is it?'], 'glossary-trade#esca-eucles'],
    [['Qu’est-ce que SAFE ?', 'quel en est le montant ?'], 'eu-canada#safe'],
  ])('is the term that was asked about, not the entry that explains several: %j', (questions, section) => {
    expect(askReal(questions).entries).toContain(section);
  });

  it.each([
    [['What projects has DIGITAL in mining?', 'who leads it?'], /Teck leads it/],
    [['What projects has DIGITAL in mining?', 'how much did it cost?'], /16\.6 million/],
    [['Who leads Scale AI?', 'is it based in Montreal?', 'how much did it get?'], /C\$284 million/],
    [['Quels sont les projets quantiques de NGen ?', 'quand se terminent-ils ?'], /mars 2028/],
  ])('is the project that was shown, not its cluster: %j', (questions, fact) => {
    expect(says(questions)).toMatch(fact);
  });

  it.each([
    [['Comment adhérer à NGen ?', 'combien ça coûte ?'], /gratuite/],
    [['How do I join DIGITAL?', 'is it free?'], /dues|tiers/],
  ])('is joining, where the price of that is asked: %j', (questions, fact) => {
    expect(says(questions)).toMatch(fact);
  });

  it('stands beside another name', () => {
    const questions = ['What is the 2019 arrangement?', 'does it change CETA?'];
    expect(says(questions)).toMatch(/does not change its text/);
    expect(askReal(['Qu’est-ce que l’arrangement de 2019 ?', 'modifie-t-il l’AECG ?']).entries).toEqual([
      'ceta#extended-2019',
    ]);
  });

  it('is nothing, where the question stands by itself', () => {
    expect(askReal(['What is Eurostars?', 'who leads NGen?']).entries).toEqual(['ngen#leadership']);
    expect(askReal(['What projects has DIGITAL in mining?', 'who leads Scale AI?']).entries).toEqual([
      'scale-ai#leadership',
    ]);
  });

  it('is the cluster and not who leads it, where a seat, money or members are asked about', () => {
    expect(says(['Qui dirige Scale AI ?', 'où est-elle située ?'])).toMatch(/Montréal/);
    expect(says(['Qui dirige la Supergrappe des océans ?', 'depuis quand est-elle PDG ?'])).toMatch(
      /octobre 2018/,
    );
  });
});

describe('“they” after the list of all clusters', () => {
  it.each([
    [['What are the five clusters?', 'do they fund universities?'], 'gic#universities'],
    [['What are the five clusters?', 'are they government bodies?'], 'gic#legal-form'],
    [['Quelles sont les cinq grappes ?', 'qui les paie ?'], 'gic#who-pays'],
  ])('are the clusters as such: %j', (questions, section) => {
    expect(askReal(questions).entries).toContain(section);
  });

  it('are each of them, where it is asked who leads them', () => {
    expect(askReal(['What are the five clusters?', 'who leads them?']).intent).toBe('compare');
  });
});

describe('a question that asks nothing new', () => {
  it.each([
    [['How many members does NGen have?', 'is that still so?'], { entry: 'ngen', attribute: 'members' }],
    [['Combien de membres a NGen ?', 'est-ce encore vrai ?'], { entry: 'ngen', attribute: 'members' }],
    [
      ['How much money do NGen and Ocean get?', 'both together?'],
      { entries: 'ngen,ocean', attributes: 'funding' },
    ],
  ])('gives the answer again, with its date: %j', (questions, args) => {
    expect(askReal(questions).turn.args).toEqual(args);
  });

  it('leaves the thread where it was', () => {
    expect(toText(askReal(['Who leads NGen?', 'en français', 'et Scale AI ?']).card)).toMatch(/Billot/);
    const still = askReal(['How many members does NGen have?', 'is that still so?']);
    expect(still.turn.meaning).toBe('How many members does NGen have?');
  });
});

describe('a time', () => {
  it('asked of what has no beginning of its own is since when that is so', () => {
    const { card } = askReal(['Is Canada in Horizon Europe?', 'since when?']);
    expect(toText(card, { only: 'answer' })).toMatch(/since 3 July 2024/);
  });

  it('of a year takes the place of all', () => {
    const { turn } = askReal(['How much did the superclusters get in total?', 'and in 2023?']);
    expect(turn.meaning).toBe('how much did the superclusters get and in 2023');
  });

  it('before or after a name is of what was asked', () => {
    const { turn } = askReal(['How much is trade between Canada and the EU?', 'before CETA?']);
    expect(turn.meaning).toBe('how much is trade between canada and the eu before ceta');
  });
});

describe('a question that says neither whom nor what it is about', () => {
  const says = (questions: readonly string[]) => toText(askReal(questions).card, { only: 'answer' });

  it.each([
    [['Can universities join?', 'do they have to pay?'], 'gic#universities'],
    [['Can a foreign company join?', 'and get money?'], 'gic#foreign-companies'],
    [['Une entreprise étrangère peut-elle adhérer ?', 'et recevoir de l’argent ?'], 'gic#foreign-companies'],
    [['What happened in Montréal in September 2024?', 'how many took part?'], 'eu-canada#matchmaking-2024'],
  ])('is about that of the question before: %j', (questions, section) => {
    expect(askReal(questions).entries).toContain(section);
  });

  it.each([
    [['What is a supercluster?', 'how many are there?'], /five/],
    [['Qu’est-ce qu’une supergrappe ?', 'combien y en a-t-il ?'], /cinq/],
  ])('counts what was defined: %j', (questions, count) => {
    expect(askReal(questions).entries).toContain('gic#clusters');
    expect(says(questions)).toMatch(count);
  });

  it.each([
    [['What is the renewal of 2023?', 'which got the most?'], { attributes: 'renewal' }],
    [
      ['How many members do the clusters have?', 'which has the fewest?'],
      { attributes: 'members', order: 'least' },
    ],
    [['Quel est le renouvellement de 2023 ?', 'laquelle a reçu le plus ?'], { attributes: 'renewal' }],
  ])('weighs the clusters by what was told of all: %j', (questions, args) => {
    expect(askReal(questions).turn.args).toMatchObject(args);
  });

  it('is a name with a question mark: the same of that', () => {
    expect(askReal(['Who leads NGen?', 'Ocean?']).entries).toEqual(['ocean#leadership']);
    expect(says(['Who leads NGen?', 'Ocean?', 'since when?'])).toMatch(/October 2018/);
    expect(askReal(['Who leads NGen?', 'Ocean']).intent).toBe('profile');
    expect(askReal(['Who leads NGen?', 'What is DIGITAL?']).entries).not.toContain('digital#leadership');
    expect(askReal(['Who leads NGen?', 'CETA?']).entries[0]).toMatch(/^ceta/);
  });
});

describe('a follow-up gets the sentence that answers first', () => {
  it.each([
    [['Who chairs the board of NGen?', 'and Ocean?'], /^John Risley/],
    [['What is EUCLES?', 'who founded it?'], /^EUCLES, an association in Brussels founded in December 2020/],
    [
      ['Can universities join?', 'do they have to pay?'],
      /^At the Ocean Supercluster post-secondary institutions/,
    ],
  ])('%j', (questions, start) => {
    expect(toText(askReal(questions).card, { only: 'answer' })).toMatch(start);
  });
});

describe('a reply of a word or two is read as the question that it stands for', () => {
  it.each([
    [['Is CETA in force?', 'since?'], /since 21 September 2017/],
    [['When was the 2019 arrangement signed?', 'by?'], /witnessed by Commissioner Elżbieta Bieńkowska/],
    [['Is CETA in force?', 'how come?'], /needs ratification by all EU Member/],
    [['What does NGen fund?', 'such as?'], /Nano One/],
    [['Combien de projets a NGen ?', 'exemples ?'], /Nano One/],
    [['How much did NGen get?', 'from whom?'], /federal/],
    [['How do I join NGen?', 'cost?'], /free/],
  ])('%j', (questions, says) => {
    expect(toText(askReal(questions).card, { only: 'answer' })).toMatch(says);
  });

  it('asks for an amount a year, not for the year in which it began', () => {
    const { entries, turn } = askReal(['How much did NGen get?', 'per year?']);
    expect(turn.args.attribute).not.toBe('start-date');
    expect(entries).toContain('ngen#money');
  });

  it.each([
    [['How much did NGen get?', 'says who?']],
    [['Combien NGen a-t-elle reçu ?', 'd’où sort ce chiffre ?']],
    [['How much did NGen get?', 'source?']],
    [['Combien NGen a-t-elle reçu ?', 'd’où vient ce chiffre ?']],
  ])('gives the answer again, with its sources: %j', (questions) => {
    const reply = askReal(questions);
    expect(reply.turn.args).toEqual({ entry: 'ngen', attribute: 'funding' });
    expect(reply.sources.length).toBeGreaterThan(0);
  });

  it('is the help, where nothing was answered before', () => {
    expect(askReal('examples').intent).toBe('help');
  });
});

describe('a field and nothing else', () => {
  it.each([
    [['What labels are there for clusters?', 'gold?'], 'eccp#labels'],
    [['What is the beef quota?', 'cheese?'], 'ceta-dairy-cheese#quota'],
    [['Quel est le contingent de bœuf ?', 'fromage ?'], 'ceta-dairy-cheese#quota'],
    [['What did CETA change for fish?', 'lobster?'], 'ceta-fish-seafood#tariffs'],
  ])('is asked of what was shown, or takes the place of the earlier one: %j', (questions, section) => {
    expect(askReal(questions).entries).toContain(section);
  });

  it.each([[['Who leads NGen?', 'mining?']], [['What are the five clusters?', 'agriculture?']]])(
    'looks for the cluster of it after clusters: %j',
    (questions) => {
      expect(askReal(questions).intent).toBe('find');
    },
  );
});

describe('the other way round', () => {
  it.each([
    [['How do I export to the EU?', 'and the other way round?'], 'ceta-first-export#eu-to-canada'],
    [['Comment exporter vers l’UE ?', 'l’inverse ?'], 'ceta-first-export#eu-to-canada'],
    [['How do I ship goods from the EU to Canada?', 'vice versa?'], 'ceta-first-export#canada-to-eu'],
  ])('is the question with Canada and the EU changed about: %j', (questions, section) => {
    expect(askReal(questions).entries).toContain(section);
  });
});

describe('a term of the glossary', () => {
  it('is what the next short question is about, not the list of all terms', () => {
    expect(askReal(['What did the PBO find?', 'when?']).entries).not.toContain('glossary-clusters#terms');
    expect(askReal(['What does the Trade Commissioner Service do?', 'how do I reach them?']).entries).toEqual(
      ['glossary-trade#tcs'],
    );
  });
});
