/** The tables as TypeScript sees them. Times are milliseconds since 1970, UTC. */
export interface Database {
  readonly processed_event: {
    readonly key: string;
    readonly seen_at: number;
  };
  readonly conversation_turn: {
    readonly platform: string;
    readonly place: string;
    readonly position: number;
    readonly turn: string;
    readonly asked_at: number;
  };
  readonly conversation_reference: {
    readonly conversation_id: string;
    readonly reference: string;
    readonly updated_at: number;
  };
}
