/** What every check of the doctor is given, and what it says. */
import type { Config } from '../../config.ts';

export interface Finding {
  /** `broken`: it will not work; `warning`: it works, and somebody should look; `skipped`: not looked at. */
  readonly state: 'ok' | 'warning' | 'broken' | 'skipped';
  /** One sentence, without any secret. */
  readonly says: string;
  /** What to do about it. */
  readonly remedy?: string;
}

export interface DoctorContext {
  /** `process.env` with what .env adds. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absent where the configuration is not usable. */
  readonly config: Config | undefined;
  /** Where the bot can be reached from outside, where that is to be tried. */
  readonly address: URL | undefined;
  readonly now: () => Date;
}

export interface Check {
  /** Stable: programs read it. */
  readonly name: string;
  run(context: DoctorContext): Promise<readonly Finding[]>;
}

export const ok = (says: string): Finding => ({ state: 'ok', says });
export const skipped = (says: string): Finding => ({ state: 'skipped', says });
export const warning = (says: string, remedy: string): Finding => ({ state: 'warning', says, remedy });
export const broken = (says: string, remedy: string): Finding => ({ state: 'broken', says, remedy });

export const needsConfiguration = [skipped('the configuration is not usable')];
