// web/beast_impl.cpp — the one place that compiles Boost.Beast (separate compilation).
#include <boost/beast/src.hpp>
