# Supercluster Guide as a container image: docker build -t supercluster-guide .
# (Podman: podman build --format docker -t supercluster-guide . – without it the health check is left out.)
# Nothing is written but to /data; the rest may be mounted read-only (see compose.yaml).

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package needs its install script to build; "node" would fetch a second Node.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/build.ts scripts/licences.ts scripts/
COPY src src
COPY content content
RUN npm run build

# What was built has all that it needs of the packages.
FROM node:24-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
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
# Often enough to be healthy soon after a start: --start-interval would say it better, but Podman 4 refuses it.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "ops/healthcheck.mjs"]
# Room for what is new from the beginning: V8 would give it bit by bit, and a start would wait for it a tenth longer.
CMD ["node", "--min-semi-space-size=16", "--max-semi-space-size=16", "dist/start.js"]
