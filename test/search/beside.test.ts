/** What a question is about and a passage does not tell of: `Hit.miss`. */
import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/conversation/in-thread.ts';
import type { Miss } from '../../src/search/beside.ts';
import { askReal, realKnowledge, today } from '../support/real-content.ts';

const reader = createReader(realKnowledge, 'en');

/** The best passage of a question, `entry#section` or `entry@attribute`, and whether it is beside the point. */
function best(text: string): { passage: string; beside: boolean } {
  const { passage, miss } = found(text);
  return { passage, beside: miss === 'beside' || miss === 'untold' };
}

function found(text: string): { passage: string; miss: Miss } {
  const [hit] = reader.understand(text, { text, now: today, turns: [] }).hits;
  if (!hit) throw new Error(`nothing is found for ${text}`);
  const passage = hit.section ? `${hit.entry}#${hit.section}` : `${hit.entry}@${hit.attribute}`;
  return { passage, miss: hit.miss };
}

describe('a portrait', () => {
  it.each([
    ['Where did Bill Greuel spend his childhood?', 'people#bill-greuel'],
    ["What is Kendra MacDonald's LinkedIn?", 'people#kendra-macdonald'],
    ['Comment Kendra MacDonald passe-t-elle ses vacances ?', 'people#kendra-macdonald'],
  ])('does not answer what it does not have of the person: %s', (question, passage) => {
    expect(best(question)).toEqual({ passage, beside: true });
  });

  it.each(['Who is Kendra MacDonald?', 'What is the role of Julien Billot?', 'Qui est Bill Greuel ?'])(
    'answers who somebody is: %s',
    (question) => {
      expect(best(question)).toMatchObject({ passage: expect.stringMatching(/^people#/), beside: false });
    },
  );
});

describe('a passage that tells of no staff', () => {
  it.each([
    'How many people work at DIGITAL?',
    'How many people work at NGen?',
    'How many people does the Ocean Supercluster employ?',
    'how many staff does NGen have',
    'Combien de personnes travaillent chez NGen ?',
    'Combien de gens travaillent à la Supergrappe des océans ?',
  ])('does not answer how many work for somebody by people trained or jobs hoped for: %s', (question) => {
    expect(best(question).beside).toBe(true);
    expect(askReal(question).answered).toBe(false);
  });

  it('answers where it has the number, and how many a small firm may have', () => {
    expect(best('How big is the staff of Protein Industries Canada?').beside).toBe(false);
    expect(best('How many employees does an SME have at most?').beside).toBe(false);
  });

  it.each([
    'Who is in the leadership team of NGen?',
    'Who is on the team at DIGITAL?',
    'Qui est dans l’équipe de Scale AI ?',
  ])('does not answer who they are, either: %s', (question) => {
    expect(askReal(question).answered).toBe(false);
  });

  it('answers how many work in an industry', () => {
    expect(best("How many people work in Canada's ocean sector?").beside).toBe(false);
  });
});

describe('a passage that gives no reason', () => {
  it('does not answer why', () => {
    expect(best('Why did NGen sue the federal government?').beside).toBe(true);
    expect(best('Pourquoi NGen a-t-il poursuivi le gouvernement ?').beside).toBe(true);
  });

  it('answers all the same where it has every word of the question, and where it tells why', () => {
    expect(best('Why were the superclusters criticized?').beside).toBe(false);
    expect(best('Why has Wallonia not ratified CETA?').beside).toBe(false);
    expect(best('Pourquoi la Wallonie a-t-elle bloqué l’AECG ?').beside).toBe(false);
  });
});

describe('a passage that has the words of a name but not the name', () => {
  it.each([
    'What is the Atlantic Fisheries Fund?',
    'What is the Canadian Innovation Corporation?',
    'What is the European Social Fund?',
  ])('does not say what it is: %s', (question) => {
    expect(best(question).beside).toBe(true);
  });

  it.each(['What is the ECCP?', 'What is an origin quota?', "Qu'est-ce qu'une règle d'origine ?"])(
    'says what a thing of the content is: %s',
    (question) => {
      expect(best(question).beside).toBe(false);
    },
  );
});

describe('a passage without the one who did what is asked about', () => {
  it.each([
    'Why did Germany reject CETA?',
    'When did Poland join the Protein cluster?',
    'How much wine did Hungary sell to Manitoba?',
    'Why does the Ocean Supercluster oppose CETA?',
    'Pourquoi la France a-t-elle quitté l’AECG ?',
    'When did Quebec veto CETA?',
    'When did the EU join the superclusters programme?',
    'Why did Belgium block NGen’s funding?',
  ])('does not answer: %s', (question) => {
    expect(best(question).beside).toBe(true);
  });

  it.each([
    'When did Spain ratify CETA?',
    'Why did Cyprus reject CETA?',
    'Quand l’Espagne a-t-elle ratifié l’AECG ?',
    'Is Hungary a party to CETA?',
    'What does NGen do?',
  ])('is no matter where the one stands there, or nothing is taken for granted: %s', (question) => {
    expect(best(question).beside).toBe(false);
  });
});

describe('a thing of everyday life or a far country', () => {
  it.each([
    'Who is the auditor of DIGITAL?',
    'Quelles sont les grappes d’entreprises au Japon ?',
    'Which gym do Scale AI people go to?',
  ])('must stand beside something else of the question: %s', (question) => {
    expect(best(question).beside).toBe(true);
  });

  it.each(['Which museum hosted the winners?', 'Does CETA apply in Norway?'])(
    'is no matter where it does: %s',
    (question) => {
      expect(best(question).beside).toBe(false);
    },
  );
});

describe('a word that nobody knows', () => {
  it('is what a short question is about', () => {
    expect(best('Does the Ocean Supercluster own a zeppelin?').beside).toBe(true);
    expect(best('How many zeppelins did NGen pay for?').beside).toBe(true);
  });

  it('may be told about in passing in a longer one', () => {
    const long =
      'I build zeppelins in a small firm near Hamilton and want money for research, can NGen help?';
    expect(best(long).beside).toBe(false);
  });

  it('may be another slip where one was repaired', () => {
    expect(best('How many membres does the Protien cluster have in Xyzzy?').beside).toBe(false);
  });
});

describe('a passage that is unlike the question', () => {
  it.each([
    ['a few words that no known question and no sentence puts together', 'Why did the EU cancel CETA?'],
    ['a few words that no known question and no sentence puts together', 'What floor is the NGen office on?'],
    ['what is said of the subject is not in it', 'Is the minister honest?'],
    ['what is said of the subject is not in it', 'Le ministre est-il honnête ?'],
  ])('has %s: %s', (_why, question) => {
    expect(found(question).miss).toBe('unlike');
    expect(askReal(question).answered).toBe(false);
  });

  it.each([
    'How many members does NGen have?',
    'Is CETA in force?',
    'Can a startup join Scale AI?',
    'L’AECG est-il en vigueur ?',
  ])('is no matter where one is like it: %s', (question) => {
    expect(found(question).miss).toBe('none');
  });

  it('is no matter where a question leans on its thread', () => {
    expect(askReal(['Who leads NGen?', 'and the chair?']).answered).toBe(true);
    expect(askReal(['How do I join NGen?', 'and the fee?']).answered).toBe(true);
  });
});

describe('what holds in the EU', () => {
  it.each(['Is CETA in force in Germany?', 'Est-ce que l’AECG est en vigueur en Espagne ?'])(
    'is asked of a member as well: %s',
    (question) => {
      expect(askReal(question).entries).toContain('ceta#status');
    },
  );

  it('is not asked of another country', () => {
    expect(askReal('Is CETA in force in Norway?').entries).not.toContain('ceta#status');
  });
});

describe('a word of formal speech that the content does not have', () => {
  it.each([
    'How few partners suffice for a DIGITAL consortium?',
    'L’AECG malmène-t-il la gestion de l’offre ?',
  ])('is not what a question is about: %s', (question) => {
    expect(best(question).beside).toBe(false);
  });

  it('is told from a thing', () => {
    expect(best('How few zeppelins suffice for DIGITAL?').beside).toBe(true);
  });
});

describe('a passage that has every word of the question, by another name maybe', () => {
  it.each(['Can the agreement be cancelled?'])('is not unlike it: %s', (question) => {
    expect(found(question).miss).toBe('none');
    expect(askReal(question).answered).toBe(true);
  });
});

describe('what one needs and where it goes', () => {
  it('is more than the thing itself: no known question of what it is', () => {
    expect(best('what do I need to get on ECCP').passage).not.toBe('eccp#what');
    expect(best('What is the ECCP?').passage).toBe('eccp#what');
  });
});

describe('a passage without the sort of thing that is asked for', () => {
  it.each(['Which tailor did the delegation of Scale AI visit in Paris?'])(
    'misses the point: %s',
    (question) => {
      expect(found(question).miss).not.toBe('none');
    },
  );

  it.each(['Which countries have ratified CETA?', 'What share of costs does NGen pay?'])(
    'is not meant by a question that it answers: %s',
    (question) => {
      expect(found(question).miss).toBe('none');
    },
  );
});

describe('the clusters of a country', () => {
  it.each([
    'What is the budget of the French competitiveness clusters?',
    'Quel est le budget des grappes françaises ?',
  ])('are no others: %s', (question) => {
    expect(askReal(question).answered).toBe(false);
  });

  it('are told of where the content does', () => {
    expect(askReal('Which French clusters came to Toronto?').entries).toContain(
      'arrangement-2019#participants',
    );
  });
});

describe('a passage that names a body in passing', () => {
  it.each([
    "What is Hamburg Aviation's budget?",
    'How many employees has Aerospace Valley?',
    'Who founded BioWin?',
    'What does Valorial charge its members?',
    'When was GCE NODE created?',
    'How many students does Humber College have?',
    'Qui est le PDG d’Aéro Montréal ?',
  ])('does not tell what it does not have of it: %s', (question) => {
    expect(best(question).beside).toBe(true);
  });

  it.each([
    ['Who created ESCA?', 'eccp#labels'],
    ['When was Fórum Oceano created?', 'sector-bridges#ocean'],
    ['How many partners did EPPIC have?', 'sector-bridges#protein'],
    ['Quel est le budget de ClusterXchange ?', 'eccp#clusterxchange'],
  ])('answers what stands beside the name: %s', (question, passage) => {
    expect(best(question)).toEqual({ passage, beside: false });
  });
});

describe('a passage without an amount', () => {
  it.each(['How much did the Montréal matchmaking cost?', 'Combien a coûté la rencontre de Montréal ?'])(
    'tells no price, however many European clusters it counts: %s',
    (question) => {
      expect(best(question)).toEqual({ passage: 'eu-canada#matchmaking-2024', beside: true });
    },
  );
});

describe('a passage without an address', () => {
  it.each([
    'What is the phone number of the cheese quota?',
    'Quelle est l’adresse courriel du tribunal des investissements ?',
  ])('tells none, whatever else it has: %s', (question) => {
    expect(best(question).beside).toBe(true);
  });

  it('does not keep one that has it from answering', () => {
    expect(best('What is the email address of NGen?').beside).toBe(false);
  });
});

describe('a passage that counts something else', () => {
  it('does not answer how many there were of what it does not have', () => {
    expect(best('How many journalists came to Humber College?').beside).toBe(true);
    expect(best('How many countries came to Toronto?').beside).toBe(false);
  });
});

describe('« Y a-t-il eu »', () => {
  it('speaks of no EU', () => {
    expect(best('Y a-t-il eu des appels conjoints avec l’Allemagne ?')).toEqual({
      passage: 'sector-bridges#germany-calls',
      beside: false,
    });
  });
});

describe('a passage of another entry whose heading names what is asked about', () => {
  it.each([
    ['has NGen ever signed a memorandum with an EU cluster?', 'sector-bridges#ngen'],
    ['NGen a-t-elle un protocole signé avec un cluster de l’Union européenne ?', 'sector-bridges#ngen'],
  ])('is no passage about something else: %s', (question, passage) => {
    expect(askReal(question).entries).toContain(passage);
  });
});
