# Needline's server. Two steps: the first builds the page with everything that takes, the second holds only what runs.
FROM node:24.9.0-alpine AS build
WORKDIR /needline
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json vite.config.ts ./
COPY scripts ./scripts
COPY shared ./shared
COPY client ./client
RUN node scripts/build-page.ts

FROM node:24.9.0-alpine
WORKDIR /needline
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
# All is installed here: `npm run backup` and the like have nothing to prepare first.
ENV npm_config_ignore_scripts=true
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund \
  && npm cache clean --force \
  && mkdir /data && chown node:node /data
COPY shared ./shared
COPY server ./server
COPY --from=build /needline/dist ./dist
USER node
VOLUME /data
EXPOSE 3000
# It commits what it has received, tells the pages to come back, and goes: give it 10 seconds.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1
CMD ["node", "--disable-warning=ExperimentalWarning", "server/main.ts"]
