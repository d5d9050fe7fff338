/**
 * Sends traces to an OpenTelemetry collector over OTLP/HTTP. The one file that knows the library, and
 * loaded only where OTEL_EXPORTER_OTLP_ENDPOINT is set; the other OTEL_ variables (headers, sampler,
 * resource attributes) are the library's own.
 */
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Span as TelemetrySpan,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Span, Tracer } from './tracer.ts';

export const serviceName = 'supercluster-guide';
const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL };
/** The stop does not wait longer for a collector that does not answer. */
const closeMilliseconds = 2_000;

export function createTracer(): Tracer {
  const provider = new TracerProvider({
    // What the environment says of the service goes before what we say.
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': serviceName }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer(serviceName);
  const originals = new WeakMap<Span, TelemetrySpan>();
  return {
    start(name, { kind, attributes, parent }) {
      const above = parent && originals.get(parent);
      const context = above ? trace.setSpan(ROOT_CONTEXT, above) : ROOT_CONTEXT;
      const original = tracer.startSpan(
        name,
        { kind: kinds[kind], ...(attributes && { attributes }) },
        context,
      );
      const span: Span = {
        set: (more) => void original.setAttributes(more),
        fail: (cause) => void original.setStatus({ code: SpanStatusCode.ERROR, message: cause }),
        end: () => original.end(),
      };
      originals.set(span, original);
      return span;
    },
    async close() {
      await Promise.race([
        provider.shutdown().catch(() => {}),
        new Promise((resolve) => setTimeout(resolve, closeMilliseconds).unref()),
      ]);
    },
  };
}
