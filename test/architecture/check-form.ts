import { basename } from 'node:path'
import { dataTables } from './rooms.ts'
import { walk, type Source, type SyntaxNode } from './source.ts'

const at = (source: Source, node: SyntaxNode) => `${source.path}:${source.lineOf(node.start)}`

/** Default exports, re-exports, `any`: a list of the places. */
export function findForbiddenForms(source: Source): string[] {
  const found: string[] = []
  walk(source.program, (node) => {
    if (node.type === 'ExportDefaultDeclaration' && !source.path.endsWith('.d.ts')) found.push(`${at(source, node)}: default export`)
    if (node.type === 'ExportAllDeclaration') found.push(`${at(source, node)}: export * hides what a file offers`)
    if (node.type === 'ExportNamedDeclaration' && node['source'] != null && !source.path.endsWith('.gen.ts'))
      found.push(`${at(source, node)}: re-export`)
    if (node.type === 'TSAnyKeyword') found.push(`${at(source, node)}: any`)
  })
  return found
}

/** Names that say nothing, and names not in the house's form. */
export function checkName(source: Source): string[] {
  const file = basename(source.path)
  const parts = source.path.replace(/\.tsx?$/, '').split('/')
  const wrong: string[] = []
  if (/^index\.tsx?$/.test(file)) wrong.push(`${source.path}: index`)
  if (parts.some((part) => /^(utils?|helpers?|misc)$/.test(part))) wrong.push(`${source.path}: a name that says nothing`)
  const form = file.endsWith('.tsx') ? /^([A-Z][A-Za-z0-9]*|[a-z0-9-]+)(\.test)?\.tsx$/ : /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.ts$/
  if (!form.test(file)) wrong.push(`${source.path}: not in kebab-case`)
  return wrong
}

/** A file of at most 300 lines, unless it is a table of data. */
export function checkLength(source: Source): string[] {
  if (source.lines <= 300 || dataTables.some((table) => table.test(source.path))) return []
  return [`${source.path}: ${source.lines} lines`]
}

/** Functions of at most 40 lines; 60 for the story of a process, and for a switch over a whole union, which reads as a table. */
export function checkFunctions(source: Source): string[] {
  const isStory = /^workflows\/[\w-]+\.ts$/.test(source.path)
  const found: string[] = []
  walk(source.program, (node) => {
    if (!['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type)) return
    const lines = source.lineOf(node.end) - source.lineOf(node.start) + 1
    const most = isStory || isSwitch(node) ? 60 : 40
    if (lines > most) found.push(`${at(source, node)}: a function of ${lines} lines`)
  })
  return found
}

function isSwitch(node: SyntaxNode): boolean {
  const statements = (node['body'] as { readonly body?: readonly SyntaxNode[] } | null)?.body
  return Array.isArray(statements) && statements.length === 1 && statements[0]?.type === 'SwitchStatement'
}

const clocks = [
  'process',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'crypto',
  'WeakRef',
  'globalThis',
]

/** Clocks, dice, the environment and module-level variables: nothing of them is in the domain. */
export function findImpurities(source: Source): string[] {
  const found: string[] = []
  walk(source.program, (node, parents) => {
    if (node.type === 'VariableDeclaration' && node['kind'] !== 'const' && isTopLevel(parents))
      found.push(`${at(source, node)}: a variable of the module`)
    if (node.type === 'MetaProperty') found.push(`${at(source, node)}: import.meta`)
    if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date' && (node['arguments'] as unknown[]).length === 0)
      found.push(`${at(source, node)}: the clock`)
    if (node.type === 'MemberExpression' && ['Date.now', 'Math.random'].includes(`${nameOf(node['object'])}.${nameOf(node['property'])}`))
      found.push(`${at(source, node)}: clock or dice`)
    if (node.type === 'Identifier' && clocks.includes(String(node['name'])) && isReference(node, parents.at(-1)))
      found.push(`${at(source, node)}: ${String(node['name'])}`)
  })
  return found
}

function nameOf(node: unknown): string | undefined {
  return (node as { readonly name?: string } | null)?.name
}

function isTopLevel(parents: readonly SyntaxNode[]): boolean {
  return parents.every((parent) => ['Program', 'ExportNamedDeclaration'].includes(parent.type))
}

/** Whether an identifier stands for the thing of that name, and is no property or key so called. */
function isReference(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined) return false
  if (parent.type === 'MemberExpression') return parent['object'] === node
  if (parent.type === 'CallExpression' || parent.type === 'NewExpression') return parent['callee'] === node
  return false
}
