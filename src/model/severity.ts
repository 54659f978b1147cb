/** From the least to the most severe. */
export const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

/** From the least to the most certain. */
export const CONFIDENCES = ['low', 'medium', 'high'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export const isAtLeastSeverity = (is: Severity, floor: Severity): boolean =>
  SEVERITIES.indexOf(is) >= SEVERITIES.indexOf(floor)

export const isAtLeastConfidence = (is: Confidence, floor: Confidence): boolean =>
  CONFIDENCES.indexOf(is) >= CONFIDENCES.indexOf(floor)
