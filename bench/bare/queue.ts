/** The queue of the bare side. */
export const bareQueue = 'bench-bare'
