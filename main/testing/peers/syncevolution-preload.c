/*
 * Preloaded into Debian's SyncEvolution 2.0.0.
 *
 * Its client dies at its first request without this: it passes C++ lambda objects through the variadic curl_easy_setopt(), where libcurl expects plain
 * functions for its read and write callbacks. Those two options get working functions here, which
 * call the member functions that the lambdas would have called.
 *
 * A session that has written files waits until the clock shows another second, because changes are
 * seen by a file's time in whole seconds. With SYNCEVOLUTION_HURRIES in the environment it does not;
 * whoever sets the files' times himself needs no other second.
 *
 * cc -shared -fPIC -O1 -o syncevolution-preload.so syncevolution-preload.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

enum { WRITE_FUNCTION = 20011, READ_FUNCTION = 20012 };

/* On this platform a member function takes its object as the first argument. */
typedef size_t (*transfer)(void *agent, void *buffer, size_t octets);

static size_t read_data(void *buffer, size_t size, size_t count, void *agent)
{
    static transfer member;
    if (!member)
        member = (transfer)dlsym(RTLD_DEFAULT, "_ZN7SyncEvo18CurlTransportAgent8readDataEPvm");
    return member(agent, buffer, size * count);
}

static size_t write_data(void *buffer, size_t size, size_t count, void *agent)
{
    static transfer member;
    if (!member)
        member = (transfer)dlsym(RTLD_DEFAULT, "_ZN7SyncEvo18CurlTransportAgent9writeDataEPvm");
    return member(agent, buffer, size * count);
}

int curl_easy_setopt(void *handle, int option, ...)
{
    static int (*original)(void *, int, ...);
    va_list list;
    void *value;

    if (!original)
        original = (int (*)(void *, int, ...))dlsym(RTLD_NEXT, "curl_easy_setopt");
    va_start(list, option);
    value = va_arg(list, void *);
    va_end(list);
    if (option == READ_FUNCTION)
        value = (void *)read_data;
    else if (option == WRITE_FUNCTION)
        value = (void *)write_data;
    return original(handle, option, value);
}

/* SyncEvo::Sleep(double seconds): answers with what is left of them. */
double _ZN7SyncEvo5SleepEd(double seconds)
{
    static double (*original)(double);

    if (getenv("SYNCEVOLUTION_HURRIES"))
        return 0;
    if (!original)
        original = (double (*)(double))dlsym(RTLD_NEXT, "_ZN7SyncEvo5SleepEd");
    return original(seconds);
}
