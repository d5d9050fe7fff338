/**
 * The web playground: a chat page on which one asks and sees the same answer as Slack shows it, as
 * Teams shows it, and why it was given. The browser draws both from the very payloads we would send.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import type { Express, Request, RequestHandler, Response } from 'express';
import express from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Answering, Place } from '../answering.ts';
import { fromWire } from '../cards/call.ts';
import type { IntentCall } from '../cards/card.ts';
import { toMarkdown } from '../cards/markdown.ts';
import { maximumQuestion, Problem, problemHandler } from './problems.ts';
import { jsonOnly, onlyMethod, ownHostOnly, sameOriginOnly, securityHeaders } from './security.ts';
import { markdownPath, suggestionsOf, viewOf } from './view.ts';

export interface PlaygroundOptions {
  readonly answering: Answering;
  readonly logger: Logger;
  /** Whether the server listens on loopback alone, so that any other Host is a rebinding attack. */
  readonly loopbackOnly: boolean;
}

const languageSchema = z.enum(['en', 'fr']);

const askSchema = z.strictObject({
  text: z.string(),
  language: languageSchema.optional(),
  conversation: z.uuid(),
});

const callSchema = z.strictObject({ call: z.unknown(), conversation: z.uuid() });

/** `src/playground/static` from the sources, `dist/static` once built. */
const staticDirectory = join(import.meta.dirname, 'static');
const servedTypes = ['.css', '.html', '.js', '.svg'];
const resolvePackage = createRequire(import.meta.url).resolve;

export function mountPlayground(app: Express, options: PlaygroundOptions): void {
  const guards: RequestHandler[] = [securityHeaders, ...(options.loopbackOnly ? [ownHostOnly] : [])];
  const router = express.Router({ strict: true });
  router.use(...guards);
  mountQuestions(router, options);
  mountFiles(router);
  router.use(() => {
    throw new Problem('not-found');
  });
  router.use(problemHandler(options.logger));

  app.get('/', ...guards, (_request, response) => sendOwnFile(response, 'index.html'));
  // A refusal by a guard on `/` never reaches the router's own handler.
  app.use('/playground', router);
  app.use('/', refusalsAtTheRoot(options.logger));
}

function mountQuestions(router: express.Router, { answering }: PlaygroundOptions): void {
  const post = (path: string, limit: string, answer: (body: unknown) => Promise<object>): void => {
    const parse = express.json({ limit, type: 'application/json' });
    router.post(path, sameOriginOnly, jsonOnly, parse, async (request: Request, response: Response) => {
      response.set('Cache-Control', 'no-store').json(await answer(request.body));
    });
    router.all(path, onlyMethod('POST'));
  };

  post('/ask', '64kb', async (body) => {
    const parsed = askSchema.safeParse(body);
    if (!parsed.success) throw new Problem('bad-request');
    const { text, language, conversation } = parsed.data;
    if (text.trim() === '') throw new Problem('empty');
    if (text.length > maximumQuestion) throw new Problem('too-long');
    const question = { place: placeOf(conversation), text, ...(language && { language }) };
    return viewOf(await answering.ask(question));
  });

  post('/call', '16kb', async (body) => {
    const parsed = callSchema.safeParse(body);
    if (!parsed.success) throw new Problem('bad-request');
    const call = fromWire(parsed.data.call);
    if (!call) throw new Problem('bad-call');
    return viewOf(await answering.call(call, placeOf(parsed.data.conversation)));
  });

  // Asked without a place, like a page that is only looked at: it leaves no turn.
  router.get(markdownPath, async (request, response) => {
    const call = callIn(request.query.call);
    if (!call) throw new Problem('bad-call');
    const reply = await answering.call(call);
    if (!reply.answered) throw new Problem('not-found');
    response
      .set('Cache-Control', 'no-store')
      .type('text/markdown')
      .attachment(markdownFileName(call))
      .send(toMarkdown(reply.card));
  });
  router.all(markdownPath, onlyMethod('GET'));

  // What a newcomer can ask is what the help reply offers; asked without a place, it leaves no turn.
  router.get('/start', async (request, response) => {
    const language = languageSchema.catch('en').parse(request.query.language);
    const help = await answering.call({ intent: 'help', args: {}, language });
    const suggestions = suggestionsOf(help.card);
    response.set('Cache-Control', 'no-store').json({ language: help.language, suggestions });
  });
  router.all('/start', onlyMethod('GET'));
}

/** A call in the query of an address: JSON that anybody may have written. */
function callIn(query: unknown): IntentCall | undefined {
  if (typeof query !== 'string') return undefined;
  try {
    return fromWire(JSON.parse(query));
  } catch {
    return undefined;
  }
}

/** `brief-cluster-ngen.en.md`, whatever the arguments hold. */
function markdownFileName({ intent, args, language }: IntentCall): string {
  const name = [intent, ...Object.values(args)].join('-').replace(/[^A-Za-z0-9]+/g, '-');
  return `${name.slice(0, 80).replace(/-$/, '')}.${language}.md`;
}

/** Serves exactly the files that were in the folder at start, and one script of a package. */
function mountFiles(router: express.Router): void {
  for (const name of readdirSync(staticDirectory)) {
    if (!servedTypes.includes(extname(name))) continue;
    router.get(`/${name}`, (_request, response) => sendOwnFile(response, name));
  }
  const renderer = resolvePackage('adaptivecards/dist/adaptivecards.min.js');
  router.get('/vendor/adaptivecards.js', (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile(renderer, { cacheControl: false, dotfiles: 'allow' });
  });
}

function sendOwnFile(response: Response, name: string): void {
  response.set('Cache-Control', 'no-cache').sendFile(name, { root: staticDirectory, cacheControl: false });
}

/** Answers the refusals of the page at `/`, and leaves every other error to its owner. */
function refusalsAtTheRoot(logger: Logger): express.ErrorRequestHandler {
  const handle = problemHandler(logger);
  return (error, request, response, next) => {
    if (error instanceof Problem) handle(error, request, response, next);
    else next(error);
  };
}

function placeOf(conversation: string): Place {
  return { platform: 'playground', workspace: '', id: conversation };
}
