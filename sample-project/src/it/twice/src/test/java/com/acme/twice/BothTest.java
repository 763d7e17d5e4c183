package com.acme.twice;

class BothTest extends Reviews {}
