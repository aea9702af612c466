import { FROM_OUTSIDE, givenTo, HEAD, PARTS, yaml } from './parts.ts';

/** From the environment of whoever starts it, who is told when it is not there. */
const outside = (variable: string): string => `\${${variable}:?}`;

export const composeYaml = (): string => {
  const services = Object.entries(PARTS).map(([name, part]) => [
    name,
    {
      image: part.image,
      ...(part.args === undefined ? {} : { command: part.args }),
      user: String(part.user),
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      tmpfs: ['/tmp'],
      restart: 'unless-stopped',
      mem_limit: part.memory.replace('i', '').toLowerCase(),
      environment: {
        ...part.env,
        ...(name === 'grafana' ? Object.fromEntries(FROM_OUTSIDE.map((key) => [key, outside(key)])) : {}),
      },
      // Only whoever is at the machine; what others may see goes through their proxy.
      ports: Object.values(part.ports).map((port) => `127.0.0.1::${port}`),
      volumes: [
        ...givenTo(name, part.given, 'compose').map(([from, to]) => `../../${from}:${to}:ro`),
        ...(name === 'collector' ? [`${outside('ORDER_LEDGER_LOGS')}:/var/log/order-ledger:ro`] : []),
        ...(part.keeps === undefined ? [] : [`${name}:${part.keeps.at}`]),
      ],
      ...(part.secrets === undefined ? {} : { secrets: part.secrets }),
      networks: ['order-ledger'],
    },
  ]);
  const secrets = Object.values(PARTS).flatMap((part) => part.secrets ?? []);
  return (
    HEAD +
    yaml({
      name: 'order-ledger-observability',
      services: Object.fromEntries(services),
      networks: { 'order-ledger': { external: true } },
      volumes: Object.fromEntries(Object.entries(PARTS).flatMap(([name, { keeps }]) => (keeps ? [[name, {}]] : []))),
      secrets: Object.fromEntries(secrets.map((name) => [name, { environment: name.toUpperCase() }])),
    })
  );
};
