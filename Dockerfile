# Supercluster Guide as a container image: docker build -t supercluster-guide .
# Nothing is written but to /data; the rest may be mounted read-only (see compose.yaml).

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package needs its install script to build; "node" would fetch a second Node.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/build.ts scripts/
COPY src src
RUN npm run build

# Of the packages only what runs: no tools, no pretty log lines, which nobody reads in a container, and
# neither source maps nor type declarations, which are two fifths of the size.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev --omit=optional && npm cache clean --force \
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

FROM node:24-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json manifest.json ./
COPY teams teams
COPY content content
COPY ops/healthcheck.mjs ops/
# A named volume takes over owner and rights of the directory.
RUN mkdir /data && chown node:node /data && chmod 700 /data
VOLUME /data
# By number, so that Kubernetes can see that it is not root.
USER 1000:1000
EXPOSE 3978
# The process itself is the first one: it gets SIGTERM, and handles it.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --start-interval=1s --retries=3 \
  CMD ["node", "ops/healthcheck.mjs"]
CMD ["node", "dist/start.js"]
