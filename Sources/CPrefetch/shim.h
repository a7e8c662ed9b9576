#pragma once
/// Asks for the line of an address; nothing waits for it, and any address may be asked for.
static inline void prefetch(const void *address) { __builtin_prefetch(address, 0, 3); }
