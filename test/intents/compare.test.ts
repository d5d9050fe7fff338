import { describe, expect, it } from 'vitest';
import { answerLength, longestAnswer, toText } from '../../src/cards/text.ts';
import { askReal } from '../support/real-content.ts';

const said = (question: string) => toText(askReal(question).card, { only: 'answer' });

describe('a comparison says first what its table shows', () => {
  it.each([
    ['NGen, Digital and Scale AI: who got the most money?', /^Federal funding: NGen comes first with/],
    ['which is bigger, NGen or Protein?', /^Federal funding: NGen comes first/],
    ['the smallest supercluster', /^Federal funding: Ocean Supercluster comes last/],
    ['who got the smallest budget', /^Federal funding: Ocean Supercluster comes last/],
    ['who got less at renewal, ocean or digital', /^Renewal \(2023\): .* are level/],
    ['who has the fattest wallet of the five', /^Federal funding: NGen comes first/],
    ['which cluster got the least cash overall', /^Federal funding: Ocean Supercluster comes last/],
    ['which cluster has the fewest projects', /^Projects: Protein Industries Canada comes last/],
    ['la grappe la moins financée', /^Financement fédéral : Supergrappe des océans vient en dernier/],
    ['does Protein have more members than Ocean?', /^No\. Members: Ocean Supercluster comes first/],
    ['how much money did the cluster get?', /^Federal funding: NGen comes first/],
    ['combien d’argent la grappe a-t-elle reçu ?', /^Financement fédéral : NGen vient en tête/],
    [
      'Is it cheaper to be a member of NGen or of Protein Industries Canada?',
      /^Membership fee: none at NGen/,
    ],
    ['Does Protein pay a larger slice of project costs than Scale AI?', /^Yes\. Cost share: Protein/],
    [
      'Who covers more of the costs, Protein Industries or NGen?',
      /^Cost share: Protein Industries Canada comes first/,
    ],
    ['Scale AI or DIGITAL, which one foots a bigger part of the bill?', /^Cost share: DIGITAL comes first/],
    ['who pays more, NGen or Ocean', /^Cost share: Ocean Supercluster comes first with up to 40%/],
    ['is Ocean cheaper than Protein', /Membership fee: C\$500/],
    ['What did each supercluster get initially?', /^First award \(2018\): NGen and Scale AI are level/],
    ['Combien chaque grappe a-t-elle reçu ?', /^Financement fédéral : NGen vient en tête/],
    ['Combien chaque grappe a-t-elle reçu en 2018 ?', /^Premier financement \(2018\) : NGen et Scale AI/],
    ['NGen compte-t-elle plus de membres que Scale AI ?', /^Oui\. Membres : NGen vient en tête/],
  ])('%s', (question, first) => {
    expect(said(question)).toMatch(first);
  });

  it.each([
    ['does DIGITAL pay more than Scale AI', /^Yes\. Cost share: DIGITAL/],
    ['is NGen the largest cluster?', /^Yes\. Federal funding: NGen/],
    ['Is Scale AI the biggest of the clusters?', /^No\. Federal funding: NGen/],
    ['La grappe océan est-elle la moins financée ?', /^Oui\. Financement fédéral : Supergrappe des océans/],
    ['did all five get the same amount?', /^No\. Federal funding/],
    ['Did DIGITAL and Ocean get the same at the renewal?', /^Yes\. Renewal \(2023\): .* level/],
    ['Les cinq grappes ont-elles reçu la même somme ?', /^Non\. Financement fédéral/],
  ])('says yes or no where one of the five, or all, are claimed to be so: %s', (question, first) => {
    expect(said(question)).toMatch(first);
  });

  it('reads no department into « au départ »', () => {
    expect(said('quelle grappe a reçu le plus au départ')).not.toMatch(/Ministère/);
  });

  it('judges nobody by a rank that it does not reckon', () => {
    expect(said('Is Protein the second largest?')).toMatch(/^Federal funding: NGen .*, then Protein/);
  });

  it('puts the end that is asked for at the top of the table', () => {
    expect(said('the smallest supercluster')).toMatch(/• Ocean Supercluster[^•]*• Scale AI/);
  });

  it('says of which year a count is where the years differ, and that they rank only roughly', () => {
    expect(said('which cluster has the most members')).toMatch(/3,334\smembers \(2021\).*only roughly/s);
  });

  it('asks all five where nobody is named', () => {
    for (const question of [
      'headquarters of all five',
      'list the clusters by funding',
      'renewals side by side',
      'compare all the clusters',
      'can you compare the five superclusters',
      'comparer toutes les grappes',
      "comparez les cinq grappes d'innovation",
    ]) {
      expect(askReal(question).turn.args.entries, question).toBe('digital,protein,ngen,scale-ai,ocean');
    }
  });

  it('compares the money of a year by what was granted in it, and not by the totals of today', () => {
    expect(said('Did DIGITAL and Ocean get the same in 2018?')).toMatch(/^Yes\. First award \(2018\)/);
    expect(said('how much did each cluster get in 2018')).toMatch(/^First award \(2018\)/);
    expect(said('NGen ou Protein : qui a reçu le plus en 2023 ?')).toMatch(/^Renouvellement \(2023\)/);
    expect(said('funding of the five clusters in 2026')).toMatch(/^Federal funding/);
    expect(askReal('which cluster got the most in 2021').intent).not.toBe('compare');
  });

  it.each(['the biggest and the smallest renewal', 'le plus gros renouvellement', 'smallest membership fee'])(
    'asks all five by their figure alone: %s',
    (question) => {
      expect(askReal(question).intent).toBe('compare');
    },
  );

  it('counts no projects where the biggest one is asked for', () => {
    expect(askReal('biggest project').intent).not.toBe('compare');
    expect(askReal('le plus gros projet').intent).not.toBe('compare');
  });

  it('leaves the sum of all five to the programme', () => {
    expect(said('total funding of all clusters')).toMatch(/1,610 million/);
  });
});

describe('what is compared among clusters that are not named', () => {
  it.each([
    ['which hub has the most projects', /^Projects: NGen comes first/],
    ['Which consortium secured the heftiest allotment?', /^Federal funding: NGen comes first/],
    ['smallest envelope of the five', /^Federal funding: Ocean Supercluster comes last/],
    ['plus petite enveloppe des cinq', /^Financement fédéral : .* vient en dernier/],
    ['compare CEOs', /Sue Paish/],
    ['table of budgets', /^Federal funding/],
    ['classement par membres', /^Membres/],
  ])('%s', (question, answer) => {
    expect(said(question)).toMatch(answer);
  });

  it('weighs the money where more of it is asked for, and no renewal', () => {
    expect(said('more money, Scale AI or NGen?')).toMatch(/^Federal funding/);
    expect(askReal('did Ocean get more money').intent).toBe('attribute');
  });
});

describe('dates that stand for different steps', () => {
  it.each(['newest cluster', 'Was DIGITAL set up before Scale AI?', 'la grappe la plus ancienne'])(
    'are told as statements, in no order: %s',
    (question) => {
      const text = said(question);
      expect(text).toMatch(/chosen|choisie/);
      expect(text).not.toMatch(/comes (first|last)|vient en/);
    },
  );

  it('are ranked by nobody, and said once where they are the same', () => {
    expect(said('when does the funding of each cluster end')).toMatch(/the same for .*, March 2028/);
  });
});

describe('what came of the clusters is not told by what was expected of them', () => {
  it.each([
    'How many jobs were created by superclusters?',
    'combien d’emplois les grappes ont-elles créés ?',
  ])('%s', (question) => {
    expect(askReal(question).intent).not.toBe('compare');
    expect(said(question)).toMatch(/(?:35|83)[,\u00a0\u202f]000/);
  });

  it('but what was to come is', () => {
    expect(askReal('how many jobs were promised by all five superclusters?').intent).toBe('compare');
  });
});

describe('a comparison of several attributes stays readable', () => {
  it.each([
    ['which of the five clusters got the most?'],
    ['laquelle des cinq grappes a reçu le plus ?'],
    ['compare the funding, members, projects and expected jobs of all five clusters'],
  ])('%s', (question) => {
    const { card, intent } = askReal(question);
    expect(intent).toBe('compare');
    expect(answerLength(card)).toBeLessThanOrEqual(longestAnswer);
  });
});

describe('what joining costs, however far apart its words stand', () => {
  it.each([
    [
      'Joining Protein or NGen: which price tag comes with it?',
      /^Membership fee: Protein Industries Canada comes first/,
    ],
    ['Entre NGen et Protein, être membre revient à quel prix ?', /^Cotisation : Protein Industries Canada/],
    ['Ocean or NGen, what do members pay as a fee?', /Membership fee/],
  ])('is compared: %s', (question, first) => {
    expect(said(question)).toMatch(first);
  });

  it('is not asked where members are counted', () => {
    expect(said('Combien de membres, NGen ou DIGITAL ?')).toMatch(/^Membres/);
  });
});

describe('who pays the biggest share', () => {
  it.each([
    'Quelle grappe paie la plus grosse part des projets ?',
    'Which cluster reimburses the highest percentage?',
  ])('counts no projects: %s', (question) => {
    expect(said(question)).toMatch(/50\s?%/);
  });
});

describe('what was done by the clusters', () => {
  it('is asked of all of them together, and what is asked by cluster of each', () => {
    expect(
      askReal('Quels domaines étaient visés par le programme des supergrappes à ses débuts ?').intent,
    ).not.toBe('compare');
    expect(askReal('How many members do the five Canadian clusters have together?').entries).toEqual([
      'gic#members',
    ]);
    expect(said('jobs expected by cluster')).toMatch(/^Jobs expected: Scale AI/);
    expect(said('grappes par nombre de projets')).toMatch(/^Projets : NGen/);
  });
});
