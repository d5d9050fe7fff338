/** The content in service: loaded at start, replaced as a whole on reload, kept when a reload fails. */
import { type FSWatcher, watch } from 'node:fs';
import type { Logger } from 'pino';
import { readContentDirectory } from '../content-directory.ts';
import { createConversation } from '../conversation/conversation.ts';
import type { Conversation } from '../conversation/types.ts';
import type { ReadContent } from '../kept-content.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language.ts';
import { ContentError, problemText } from '../knowledge/problems.ts';
import { requireKnowledge } from '../knowledge/read-knowledge.ts';

export interface ContentStatus {
  readonly version: string;
  readonly entries: number;
  readonly loadedAt: string;
  /** What was wrong with the last reload; the content before it stays in service. */
  readonly reloadErrors: readonly string[];
}

export interface ContentService {
  conversation(): Conversation;
  knowledge(): Knowledge;
  status(): ContentStatus;
  reload(): void;
  /** Reloads when a file changes, until `close`. */
  watch(): void;
  close(): void;
}

export interface ContentServiceOptions {
  readonly directory: string;
  readonly defaultLanguage: Language;
  readonly logger: Logger;
  readonly clock: () => Date;
  /** What was read from the directory just before. */
  readonly read?: ReadContent | undefined;
  /** Called after each reload that changed something, with the content before it. */
  readonly reloaded?: (previous: Knowledge) => void;
}

/** Editors write a file in several steps; a reload waits until they are through. */
const settleMilliseconds = 300;
const reportedErrors = 20;

/** @throws ContentError when the content cannot be used at the start */
export function createContentService(options: ContentServiceOptions): ContentService {
  const { directory, defaultLanguage, logger, clock } = options;
  let current = load(options.read);
  let reloadErrors: readonly string[] = [];
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;

  function load({ knowledge, searchData }: ReadContent = readAll()): {
    knowledge: Knowledge;
    conversation: Conversation;
    loadedAt: string;
  } {
    const conversation = createConversation(knowledge, { defaultLanguage, searchData });
    return { knowledge, conversation, loadedAt: clock().toISOString() };
  }

  function readAll(): ReadContent {
    return { knowledge: requireKnowledge(readContentDirectory(directory), directory) };
  }

  function reload(): void {
    const previous = current.knowledge;
    try {
      current = load();
      reloadErrors = [];
      logger.info({ code: 'content_reloaded', version: current.knowledge.version }, 'content reloaded');
      if (current.knowledge.version !== previous.version) options.reloaded?.(previous);
    } catch (error) {
      reloadErrors = errorsOf(error);
      logger.error(
        { code: 'content_reload_failed', errors: reloadErrors },
        'content not reloaded, the old stays',
      );
    }
  }

  return {
    conversation: () => current.conversation,
    knowledge: () => current.knowledge,
    status: () => ({
      version: current.knowledge.version,
      entries: current.knowledge.ids.length,
      loadedAt: current.loadedAt,
      reloadErrors,
    }),
    reload,
    watch() {
      watcher ??= watch(directory, { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(reload, settleMilliseconds);
      });
    },
    close() {
      clearTimeout(timer);
      watcher?.close();
    },
  };
}

function errorsOf(error: unknown): string[] {
  if (error instanceof ContentError) return error.problems.slice(0, reportedErrors).map(problemText);
  return [error instanceof Error ? error.message : 'unknown cause'];
}
