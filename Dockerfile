# One image for every program of Conveyance; the command says which. Built with: docker compose build
FROM node:20-bookworm-slim

WORKDIR /srv/conveyance
ENV NODE_ENV=production

# Packages first, so that a change of ours leaves this layer as it was. The page is built here, hence the development packages.
COPY package.json package-lock.json .npmrc ./
COPY prisma/schema.prisma prisma/schema.prisma
RUN npm ci --include=dev --no-audit --no-fund

COPY . .
RUN npm run build && mkdir -p /var/lib/conveyance && chown node:node /var/lib/conveyance

USER node
ENV CONVEYANCE_DATA=/var/lib/conveyance HOST=0.0.0.0 PORT=8080
EXPOSE 8080
CMD ["npm", "run", "--silent", "start:api"]
