# One image for the API, the worker and the commands; which one it is, the command says.
FROM node:20-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
# What the browser that prints letters needs from the system.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends libnss3 libnspr4 libexpat1 fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/dist ./
# CUSTODIAN_HOME: the one folder that the product writes to.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
CMD ["node", "api/main.js"]
