/** Metrics and traces: switched on by the configuration, and loaded only then. */
import type { Server } from 'node:http';
import type { Logger } from 'pino';
import { type Measurements, noMeasurements } from './measurements.ts';
import { watchOutgoing } from './outgoing.ts';
import type { GaugeSources } from './prometheus.ts';
import { noTracer, type Tracer } from './tracer.ts';

export interface TelemetryOptions {
  /** Where Prometheus asks; absent: nothing is counted. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** Whether an endpoint for traces is set. */
  readonly traces: boolean;
  /** Absent where Slack is not set up. */
  readonly slackApiUrl: string | undefined;
  readonly sources: GaugeSources;
  readonly logger: Logger;
}

export interface Telemetry {
  readonly measurements: Measurements;
  readonly tracer: Tracer;
  /** Where Prometheus asks; absent where metrics are off. */
  readonly metricsServer?: Server;
  /** Sends the last traces; the metrics answer until then. */
  close(): Promise<void>;
}

/** @throws the error of the port where the metrics cannot be served */
export async function createTelemetry(options: TelemetryOptions): Promise<Telemetry> {
  const { metrics, traces, slackApiUrl, logger } = options;
  const [counted, tracer] = await Promise.all([
    metrics ? startMetrics(metrics, options.sources) : undefined,
    traces ? import('./open-telemetry.ts').then(({ createTracer }) => createTracer()) : noTracer,
  ]);
  const measurements = counted?.measurements ?? noMeasurements;
  const isWatched = counted !== undefined || traces || logger.isLevelEnabled('debug');
  const unwatch = isWatched ? watchOutgoing({ measurements, tracer, logger, slackApiUrl }) : () => {};
  return {
    measurements,
    tracer,
    ...(counted && { metricsServer: counted.server }),
    async close() {
      unwatch();
      await tracer.close();
      counted?.server.closeAllConnections();
      counted?.server.close();
    },
  };
}

async function startMetrics(
  { host, port }: { readonly host: string; readonly port: number },
  sources: GaugeSources,
) {
  const [{ createMetrics }, { serveMetrics }] = await Promise.all([
    import('./prometheus.ts'),
    import('./metrics-server.ts'),
  ]);
  const metrics = createMetrics(sources);
  return { measurements: metrics.measurements, server: await serveMetrics(metrics, host, port) };
}
