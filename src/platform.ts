/** What the server needs from an edge, so that it can mount, report and stop Slack and Teams alike. */
import type { Express } from 'express';

export interface PlatformStatus {
  readonly name: 'slack' | 'teams';
  /** `ready`: credentials present and mounted; `local`: mounted for loopback only; `off`: not mounted. */
  readonly state: 'ready' | 'local' | 'off';
  /** One sentence for operators, without secrets. */
  readonly detail: string;
}

export interface Platform {
  status(): PlatformStatus;
  /** Adds the platform's routes. Body parsing happens on these routes alone. */
  mount(app: Express): void;
  /** Opens what is not HTTP (Slack's Socket Mode). */
  start(): Promise<void>;
  /** Takes no new work and resolves when what is under way has been answered. */
  stop(): Promise<void>;
}
