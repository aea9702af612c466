import { alertmanagerYaml } from './alertmanager.ts';
import { dashboardFiles } from './dashboards/dashboards.ts';
import { ruleFiles, rulesYaml } from './rules.ts';
import { readObjectives } from './slo.ts';

/** Everything that is generated, by its path below infra/observability/generated. */
export const generatedFiles = (): Readonly<Record<string, string>> => {
  const rules = Object.entries(ruleFiles(readObjectives())).map(([file, groups]) => [
    `rules/${file}`,
    rulesYaml(groups),
  ]);
  return { ...Object.fromEntries(rules), 'alertmanager.yml': alertmanagerYaml(), ...dashboardFiles() };
};
