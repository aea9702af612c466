import { readdirSync } from 'node:fs';
import { alertmanagerYaml } from './alertmanager.ts';
import { dashboardFiles } from './dashboards/dashboards.ts';
import { pipelineFiles } from './pipelines/files.ts';
import { ruleFiles, rulesYaml } from './rules.ts';
import { FOLDER, readObjectives } from './slo.ts';

/** Everything that is generated, by its path below infra/observability/generated. */
export const generatedFiles = (): Readonly<Record<string, string>> => {
  const rules = Object.entries(ruleFiles(readObjectives())).map(([file, groups]) => [
    `rules/${file}`,
    rulesYaml(groups),
  ]);
  const made: Readonly<Record<string, string>> = {
    ...Object.fromEntries(rules),
    'alertmanager.yml': alertmanagerYaml(),
    ...dashboardFiles(),
  };
  const filesIn = (folder: string): string[] => {
    const inside = Object.keys(made).map((file) => `generated/${file}`);
    const files = folder.startsWith('generated/')
      ? inside.filter((file) => file.startsWith(`${folder}/`))
      : readdirSync(`${FOLDER}${folder}`).map((name) => `${folder}/${name}`);
    return files.sort();
  };
  return { ...made, ...pipelineFiles(filesIn) };
};
