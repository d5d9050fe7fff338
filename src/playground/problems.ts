/** What can go wrong on the playground's own interface: a code, a status, one sentence in each language. */
import type { ErrorRequestHandler, Request } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Bilingual, Language } from '../knowledge/language.ts';

/** Longest question taken, in UTF-16 units: generous for a person, dull for a flood. */
export const maximumQuestion = 10_000;

const problems = {
  'bad-request': {
    status: 400,
    message: {
      en: 'The request does not have the form the playground expects.',
      fr: 'La requête n’a pas la forme attendue par l’aire d’essai.',
    },
  },
  'bad-json': {
    status: 400,
    message: { en: 'The request is not valid JSON.', fr: 'La requête n’est pas du JSON valide.' },
  },
  empty: {
    status: 400,
    message: { en: 'Please type a question first.', fr: 'Veuillez d’abord saisir une question.' },
  },
  'too-long': {
    status: 413,
    message: {
      en: 'That is too long: please ask in at most 10,000 characters.',
      fr: 'C’est trop long : veuillez poser votre question en 10 000 caractères au plus.',
    },
  },
  'bad-call': {
    status: 400,
    message: {
      en: 'This button is not one of ours; please ask your question in words.',
      fr: 'Ce bouton n’est pas l’un des nôtres ; veuillez poser votre question en toutes lettres.',
    },
  },
  'foreign-host': {
    status: 403,
    message: {
      en: 'The playground answers only at localhost, 127.0.0.1 or [::1].',
      fr: 'L’aire d’essai ne répond qu’à localhost, 127.0.0.1 ou [::1].',
    },
  },
  'foreign-origin': {
    status: 403,
    message: {
      en: 'The playground takes questions from its own page only.',
      fr: 'L’aire d’essai n’accepte que les questions posées depuis sa propre page.',
    },
  },
  'not-json': {
    status: 415,
    message: {
      en: 'Questions are sent as application/json.',
      fr: 'Les questions s’envoient au format application/json.',
    },
  },
  'not-found': {
    status: 404,
    message: { en: 'There is nothing at this address.', fr: 'Il n’y a rien à cette adresse.' },
  },
  'wrong-method': {
    status: 405,
    message: {
      en: 'This address does not take that method.',
      fr: 'Cette adresse n’accepte pas cette méthode.',
    },
  },
  failed: {
    status: 500,
    message: {
      en: 'Something went wrong on our side; please try again.',
      fr: 'Une erreur s’est produite de notre côté ; veuillez réessayer.',
    },
  },
} as const satisfies Record<string, { status: number; message: Bilingual }>;

export type ProblemCode = keyof typeof problems;

/** Thrown by a route; the handler turns it into its answer. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;

  constructor(code: ProblemCode) {
    super(code);
    this.code = code;
  }
}

/** The errors of Express's body parser and file sender carry a type or a status, never a class of their own. */
const foreignErrorSchema = z.object({ type: z.string().optional(), status: z.number().optional() });

function codeOf(error: unknown): ProblemCode {
  if (error instanceof Problem) return error.code;
  const { type, status } = foreignErrorSchema.catch({}).parse(error);
  if (type === 'entity.too.large') return 'too-long';
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') return 'not-json';
  if (type === 'entity.parse.failed' || type === 'entity.verify.failed') return 'bad-json';
  if (status === 404) return 'not-found';
  return status !== undefined && status >= 400 && status < 500 ? 'bad-request' : 'failed';
}

/** One sentence in the asker's language and a code for the page; the log learns no more than the kind of failure. */
export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const code = codeOf(error);
    // Not the message, which may repeat what was asked.
    if (code === 'failed')
      logger.error({ code: 'playground_failed', cause: nameOf(error) }, 'a request failed');
    const language = languageOf(request);
    response
      .status(problems[code].status)
      .set('Cache-Control', 'no-store')
      .set('Content-Language', language)
      .json({ error: { code, message: problems[code].message[language] } });
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

const languageSchema = z.enum(['en', 'fr']);
const bodySchema = z.union([
  z.object({ language: languageSchema }),
  z.object({ call: z.object({ language: languageSchema }) }).transform(({ call }) => call),
]);

/** The language a body names, else the browser's, else English. */
function languageOf(request: Request): Language {
  const body = bodySchema.safeParse(request.body);
  if (body.success) return body.data.language;
  return request.acceptsLanguages('en', 'fr') === 'fr' ? 'fr' : 'en';
}
