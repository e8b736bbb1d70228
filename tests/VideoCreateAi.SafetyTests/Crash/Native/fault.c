// Loaded in front of the C library into one process: counts what that process does to its files, and at a chosen
// operation kills it or lets the operation fail. It can also let the process's time run faster.
//
// A page of memory shared with the test (struct page below) says what is to happen and tells what did.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { NOTHING, KILL, FAIL_ONCE, FAIL_ON };
enum { LINES = 4096, LINE = 160 };

struct page {
    uint32_t count;      // operations so far
    uint32_t at;         // the one at which it happens; 0 = never
    uint32_t what;
    int32_t error;
    uint32_t happened;   // how often it did
    uint32_t pid;        // of the process that counts
    uint32_t clock;      // which of the two below holds
    uint32_t unused;
    struct clock {
        int64_t since;   // real nanoseconds; 0 = the process's time is the real one
        int64_t base;    // the process's nanoseconds at that moment
        int64_t speed;
    } clocks[2];
    char lines[LINES][LINE];
};

static struct page *page;
static char *roots[8];
static int rootCount;

#define REAL(name) ({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name))next(#name); real; })

static void *(*nextSymbol)(void *, const char *);

static void *next(const char *name) {
    if (!nextSymbol) {
        nextSymbol = dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.34");
        if (!nextSymbol) nextSymbol = dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.2.5");
        if (!nextSymbol) nextSymbol = dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.17");
    }

    return nextSymbol(RTLD_NEXT, name);
}

static int isStudio(void) {
    char text[8192];
    int file = syscall(SYS_openat, AT_FDCWD, "/proc/self/cmdline", O_RDONLY);
    ssize_t length = file < 0 ? 0 : syscall(SYS_read, file, text, sizeof text - 1);
    if (file >= 0) syscall(SYS_close, file);
    for (ssize_t i = 0; i < length; i += strnlen(text + i, length - i) + 1)
        if (!strcmp(text + i, "studio")) return 1;
    return 0;
}

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("FAULT_PAGE"), *folders = getenv("FAULT_FOLDERS"), *program = getenv("FAULT_PROGRAM");
    if (!path || !folders || !program || (strcmp(program, "studio") == 0) != isStudio()) return;
    int file = syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
    if (file < 0) return;
    void *shared = mmap(NULL, sizeof(struct page), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    syscall(SYS_close, file);
    if (shared == MAP_FAILED) return;
    for (char *folder = strtok(strdup(folders), ":"); folder && rootCount < 8; folder = strtok(NULL, ":")) roots[rootCount++] = folder;

    // What this process starts runs without.
    unsetenv("FAULT_PAGE");
    unsetenv("FAULT_FOLDERS");
    unsetenv("FAULT_PROGRAM");
    unsetenv("LD_PRELOAD");
    page = shared;
    page->pid = getpid();
}

static int isOurs(const char *path) {
    for (int i = 0; i < rootCount; i++) {
        size_t length = strlen(roots[i]);
        if (!strncmp(path, roots[i], length) && (path[length] == '/' || !path[length])) return !strstr(path, "/logs/");
    }

    return 0;
}

static int pathOf(int file, char *path) {
    struct stat is;
    char link[64];
    int saved = errno, found = 0;
    if (page && !fstat(file, &is) && (S_ISREG(is.st_mode) || S_ISDIR(is.st_mode))) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", file);
        ssize_t length = readlink(link, path, PATH_MAX - 1);
        if (length > 0) {
            path[length] = 0;
            found = isOurs(path);
        }
    }

    errno = saved;
    return found;
}

static int pathAt(int folder, const char *name, char *path) {
    if (!page || !name) return 0;
    if (name[0] == '/' || folder == AT_FDCWD) {
        snprintf(path, PATH_MAX, "%s", name);
        return name[0] == '/' && isOurs(path);
    }

    char parent[PATH_MAX];
    if (!pathOf(folder, parent)) return 0;
    if (snprintf(path, PATH_MAX, "%s/%s", parent, name) >= PATH_MAX) return 0;
    return 1;
}

// 0 = go on, else the error. A file that goes needs no room.
static int step(const char *what, const char *path, int frees) {
    uint32_t number = __atomic_add_fetch(&page->count, 1, __ATOMIC_SEQ_CST);
    uint32_t at = page->at;
    snprintf(page->lines[number % LINES], LINE, "%u %s %s", number, what, path + (strlen(path) > 120 ? strlen(path) - 120 : 0));
    if (!at || number < at || (number > at && page->what != FAIL_ON)) return 0;
    if (page->what == KILL) {
        __atomic_add_fetch(&page->happened, 1, __ATOMIC_SEQ_CST);
        kill(getpid(), SIGKILL);
        for (;;) pause();
    }

    if (frees && page->error == ENOSPC) return 0;
    __atomic_add_fetch(&page->happened, 1, __ATOMIC_SEQ_CST);
    return page->error;
}

#define FAILS(what, path, frees) { int error_ = step(what, path, frees); if (error_) { errno = error_; return -1; } }

#define BY_FILE(type, name, parameters, arguments, file) \
    type name parameters { \
        char path[PATH_MAX]; \
        if (pathOf(file, path)) FAILS(#name, path, 0) \
        return REAL(name) arguments; \
    }

#define BY_PATH(name, parameters, arguments, folder, given, frees) \
    int name parameters { \
        char path[PATH_MAX]; \
        if (pathAt(folder, given, path)) FAILS(#name, path, frees) \
        return REAL(name) arguments; \
    }

BY_FILE(ssize_t, write, (int file, const void *bytes, size_t count), (file, bytes, count), file)
BY_FILE(ssize_t, pwrite, (int file, const void *bytes, size_t count, off_t offset), (file, bytes, count, offset), file)
BY_FILE(ssize_t, pwrite64, (int file, const void *bytes, size_t count, off64_t offset), (file, bytes, count, offset), file)
BY_FILE(ssize_t, writev, (int file, const struct iovec *parts, int count), (file, parts, count), file)
BY_FILE(ssize_t, pwritev, (int file, const struct iovec *parts, int count, off_t offset), (file, parts, count, offset), file)
BY_FILE(ssize_t, pwritev64, (int file, const struct iovec *parts, int count, off64_t offset), (file, parts, count, offset), file)
BY_FILE(int, fsync, (int file), (file), file)
BY_FILE(int, fdatasync, (int file), (file), file)
BY_FILE(int, ftruncate, (int file, off_t length), (file, length), file)
BY_FILE(int, ftruncate64, (int file, off64_t length), (file, length), file)
BY_FILE(int, fallocate, (int file, int mode, off_t offset, off_t length), (file, mode, offset, length), file)
BY_FILE(int, fallocate64, (int file, int mode, off64_t offset, off64_t length), (file, mode, offset, length), file)
BY_FILE(ssize_t, sendfile64, (int file, int from, off64_t *offset, size_t count), (file, from, offset, count), file)
BY_FILE(ssize_t, copy_file_range, (int from, off64_t *at, int file, off64_t *to, size_t count, unsigned flags), (from, at, file, to, count, flags), file)

BY_PATH(rename, (const char *from, const char *to), (from, to), AT_FDCWD, to, 0)
BY_PATH(renameat, (int fromFolder, const char *from, int folder, const char *to), (fromFolder, from, folder, to), folder, to, 0)
BY_PATH(renameat2, (int fromFolder, const char *from, int folder, const char *to, unsigned flags), (fromFolder, from, folder, to, flags), folder, to, 0)
BY_PATH(link, (const char *from, const char *to), (from, to), AT_FDCWD, to, 0)
BY_PATH(linkat, (int fromFolder, const char *from, int folder, const char *to, int flags), (fromFolder, from, folder, to, flags), folder, to, 0)
BY_PATH(unlink, (const char *name), (name), AT_FDCWD, name, 1)
BY_PATH(unlinkat, (int folder, const char *name, int flags), (folder, name, flags), folder, name, 1)
BY_PATH(rmdir, (const char *name), (name), AT_FDCWD, name, 1)
BY_PATH(mkdir, (const char *name, mode_t mode), (name, mode), AT_FDCWD, name, 0)
BY_PATH(mkdirat, (int folder, const char *name, mode_t mode), (folder, name, mode), folder, name, 0)

static int opens(int folder, const char *name, int flags) {
    char path[PATH_MAX];
    if (!pathAt(folder, name, path)) return 0;
    int saved = errno;
    int makes = (flags & O_TRUNC) || ((flags & O_CREAT) && access(path, F_OK));
    errno = saved;
    return makes ? step("open", path, 0) : 0;
}

#define OPEN(name, parameters, arguments, folder, path) \
    int name parameters { \
        mode_t mode = 0; \
        if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
        int error_ = opens(folder, path, flags); \
        if (error_) { errno = error_; return -1; } \
        return REAL(name) arguments; \
    }

OPEN(open, (const char *name, int flags, ...), (name, flags, mode), AT_FDCWD, name)
OPEN(open64, (const char *name, int flags, ...), (name, flags, mode), AT_FDCWD, name)
OPEN(openat, (int folder, const char *name, int flags, ...), (folder, name, flags, mode), folder, name)
OPEN(openat64, (int folder, const char *name, int flags, ...), (folder, name, flags, mode), folder, name)

static int64_t nanoseconds(const struct timespec *time) { return time->tv_sec * 1000000000LL + time->tv_nsec; }

static struct timespec timespecOf(int64_t value) { return (struct timespec){ .tv_sec = value / 1000000000LL, .tv_nsec = value % 1000000000LL }; }

static const struct clock *fast(void) {
    const struct clock *clock = page ? &page->clocks[page->clock & 1] : NULL;
    return clock && clock->since ? clock : NULL;
}

static int64_t processTime(const struct clock *clock, int64_t real) { return clock->base + (real - clock->since) * clock->speed; }

int clock_gettime(clockid_t id, struct timespec *time) {
    int result = REAL(clock_gettime)(id, time);
    const struct clock *clock = fast();
    if (!result && clock && (id == CLOCK_MONOTONIC || id == CLOCK_MONOTONIC_COARSE || id == CLOCK_MONOTONIC_RAW || id == CLOCK_BOOTTIME))
        *time = timespecOf(processTime(clock, nanoseconds(time)));
    return result;
}

// In short pieces: the speed may change while somebody waits.
int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *until) {
    static int (*real)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
    if (!real) real = dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
    if (!real) real = next("pthread_cond_timedwait");
    if (until->tv_sec > 1000000000 || !fast()) return real(condition, mutex, until);
    for (;;) {
        const struct clock *clock = fast();
        struct timespec now;
        REAL(clock_gettime)(CLOCK_MONOTONIC, &now);
        int64_t is = nanoseconds(&now), left = (nanoseconds(until) - processTime(clock, is)) / clock->speed;
        if (left <= 0) return ETIMEDOUT;
        struct timespec piece = timespecOf(is + (left < 50000000 ? left : 50000000));
        int result = real(condition, mutex, &piece);
        if (result != ETIMEDOUT) return result;
    }
}

// A program that looks its functions up by name is to find those above.
static const struct { const char *name; void *mine; } s_mine[] = {
    { "write", write }, { "pwrite", pwrite }, { "pwrite64", pwrite64 }, { "fsync", fsync }, { "fdatasync", fdatasync },
    { "ftruncate", ftruncate }, { "rename", rename }, { "renameat", renameat }, { "renameat2", renameat2 }, { "link", link },
    { "linkat", linkat }, { "unlink", unlink }, { "unlinkat", unlinkat }, { "open", open }, { "openat", openat },
    { "copy_file_range", copy_file_range },
};

void *dlsym(void *library, const char *name) {
    if (!nextSymbol) next("dlsym");
    if (page)
        for (size_t i = 0; i < sizeof s_mine / sizeof *s_mine; i++)
            if (!strcmp(name, s_mine[i].name)) return s_mine[i].mine;
    return nextSymbol(library, name);
}
