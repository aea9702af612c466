import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { ConfigError, loadConfig, platformSettings, port, readerRoles } from '../src/config.ts';

const schema = z
  .object({
    PORT: port().default(8081),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    JWT_ISSUER: z.string().describe('who signs the tokens'),
    SIGNING_SECRET: z.string().min(20),
    VAULT: z.string().max(3).optional().meta({ secret: true }),
  })
  .extend(platformSettings.shape);

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(schema, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const lawful = {
  DATABASE_URL: 'postgres://u:p@127.0.0.1/db',
  JWT_ISSUER: 'https://issuer.test',
  SIGNING_SECRET: 'x'.repeat(20),
};

it('gives typed values with defaults, and takes an empty variable as absent', () => {
  const config = loadConfig(schema, { ...lawful, PORT: '', LOG_LEVEL: 'debug', IRRELEVANT: 'x' });
  expect(config).toEqual({
    ...lawful,
    ADMIN_HOST: '127.0.0.1',
    CLOCK_SKEW_LIMIT_MS: 2_000,
    OTEL_TRACES_SAMPLER: 'parentbased_always_on',
    OTEL_TRACES_SAMPLER_ARG: 1,
    PORT: 8081,
    LOG_LEVEL: 'debug',
    LOG_FORMAT: 'json',
    SHUTDOWN_WAIT_MS: 250,
    SHUTDOWN_LIMIT_MS: 20_000,
  });
});

it('names every wrong variable with what it got and what is allowed', () => {
  const problems = problemsOf({
    PORT: '99999',
    DATABASE_URL: 'mysql://localhost/db',
    SIGNING_SECRET: 'x'.repeat(20),
    LOG_FORMAT: 'xml',
  });
  expect(problems).toHaveLength(4);
  expect(problems).toContainEqual(expect.stringMatching(/^PORT is "99999": .*<=65535/));
  expect(problems).toContainEqual(expect.stringMatching(/^DATABASE_URL is "mysql:\/\/localhost\/db": /));
  expect(problems).toContainEqual(expect.stringMatching(/^JWT_ISSUER is missing: .*string.*\(who signs the tokens\)$/));
  expect(problems).toContainEqual(expect.stringMatching(/^LOG_FORMAT is "xml": .*"json"\|"pretty"/));
});

it('never shows a secret, whether its name, its mark or its form says that it is one', () => {
  const problems = problemsOf({
    ...lawful,
    SIGNING_SECRET: 'hunter2',
    VAULT: 'hunter2',
    DATABASE_URL: 'mysql://u:hunter2@host/db',
  });
  expect(problems).toHaveLength(3);
  expect(problems.join('\n')).not.toContain('hunter2');
});

it('reads names separated by commas, and none where there is nothing', () => {
  const roles = (READER_ROLES: string) => loadConfig(z.object({ READER_ROLES: readerRoles() }), { READER_ROLES });
  expect(roles('query_api, command_api,')).toEqual({ READER_ROLES: ['query_api', 'command_api'] });
  expect(roles('')).toEqual({ READER_ROLES: [] });
});
