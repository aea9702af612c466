import { composeYaml } from './compose.ts';
import { composePrometheus, kubernetesPrometheus } from './discovery.ts';
import { kubernetesYaml, kustomizationYaml } from './kubernetes.ts';

/** @param filesIn the files of a folder of infra/observability, with its path */
export const pipelineFiles = (filesIn: (folder: string) => string[]): Readonly<Record<string, string>> => ({
  'compose/prometheus.yml': composePrometheus(),
  'compose/compose.yaml': composeYaml(),
  'kubernetes/prometheus.yml': kubernetesPrometheus(),
  'kubernetes/objects.yaml': kubernetesYaml(),
  'kubernetes/kustomization.yaml': kustomizationYaml(filesIn),
});
